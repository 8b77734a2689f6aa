import type { Diagram } from './diagram';
import { drawGrid } from './drawGrid';
import { drawLine, type Point } from './drawShapes';
import { drawSheet, MARGIN } from './sheet';
import { writeText } from './writeText';

/** How *none* is written in a row. */
const NONE = '–';
const CELL = 34;
const TOP = 88;
const LEFT = 96;

/** Rows of columns that spell the same text by the rule of connectionist temporal classification: equal neighbours are one
 *  character, then every none is dropped.
 *  paths: two rows, of as many columns (up to 16) each; '' stands for none.
 *  Throws RangeError when they spell different texts. */
export function ctcDiagram(paths: readonly [readonly string[], readonly string[]]): Diagram {
  const [text, other] = paths.map((path) => drop(melt(path)).join(''));
  if (text !== other) {
    throw new RangeError(`ctcDiagram: paths must spell one text, got ${JSON.stringify([text, other])}.`);
  }
  const symbols = [...new Set(paths.flat().filter((symbol) => symbol !== '')), ''];
  const centre = (column: number, symbol: string): Point => [
    LEFT + (column + 0.5) * CELL,
    TOP + (symbols.indexOf(symbol) + 0.5) * CELL,
  ];
  const [solid, dashed] = paths.map((path) => path.map((symbol, column) => centre(column, symbol)));
  const dots = solid.map(([x, y]) => `<circle class="t-first" cx="${x}" cy="${y}" r="6"/>`);
  const rings = dashed.map(
    ([x, y]) => `<circle class="f-none s-second" cx="${x}" cy="${y}" r="10" stroke-width="2"/>`,
  );
  const below = TOP + symbols.length * CELL + 52;
  const labels = symbols.map((symbol, row) => {
    const name = symbol === '' ? 'none' : symbol;
    return writeText(name, { x: LEFT - 12, y: TOP + (row + 0.5) * CELL + 5, anchor: 'end' });
  });
  const marks = [
    writeText('columns of the picture, from left to right', { x: LEFT, y: TOP - 12, tone: 'faint' }),
    ...labels,
    drawGrid(
      symbols.map(() => paths[0].map(() => '')),
      { x: LEFT, y: TOP, cell: CELL },
    ),
    drawLine(dashed, { tone: 'second', dashed: true }),
    drawLine(solid, { tone: 'first', width: 3 }),
    ...rings,
    ...dots,
    ...paths.flatMap((path, index) => spelled(path, index, below + index * 152)),
  ];
  const said = paths.map((path) => `"${path.map((symbol) => symbol || 'none').join(', ')}"`);
  const description =
    `Two rows of ${paths[0].length} columns, each column with a character or none: ${said.join(' and ')}. ` +
    `Equal neighbours become one, then every none is dropped: both spell "${text}". ` +
    `The probability of a text is the sum over all rows that spell it.`;
  const title = `CTC: many rows of columns spell ${text}`;
  return drawSheet({ name: 'ctc', title, description, height: below + 2 * 152 - 16 }, marks);
}

/** One row in three stages. */
function spelled(path: readonly string[], index: number, y: number): string[] {
  const tone = index === 0 ? 'first' : 'second';
  const fill = index === 0 ? 'first-pale' : 'second-pale';
  const shown = (row: readonly string[]): string[] => row.map((symbol) => symbol || NONE);
  const stages: [string, string[]][] = [
    [index === 0 ? 'one row, filled dots' : 'another row, rings', shown(path)],
    ['equal neighbours become one', shown(melt(path))],
    ['every none is dropped', drop(melt(path))],
  ];
  return stages.flatMap(([words, row], stage) => {
    const top = y + stage * 42;
    return [
      writeText(words, { x: MARGIN, y: top + 22, tone: stage === 0 ? tone : 'text', bold: stage === 0 }),
      drawGrid([row], {
        x: 280,
        y: top,
        cell: 32,
        fill: (_, column) => (row[column] === NONE ? 'page' : fill),
      }),
    ];
  });
}

const melt = (path: readonly string[]): string[] =>
  path.filter((symbol, column) => column === 0 || symbol !== path[column - 1]);

const drop = (path: readonly string[]): string[] => path.filter((symbol) => symbol !== '');
