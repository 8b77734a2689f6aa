import type { Diagram } from './diagram';
import { drawGrid } from './drawGrid';
import { drawArrow, drawBox } from './drawShapes';
import { drawSheet, MARGIN } from './sheet';
import { writeLines, writeNumber, writeText } from './writeText';

const CELL = 40;
const TOP = 88;

/** Pooling by 2 x 2: of each block the largest number stays. A last odd row or column is dropped, as networks do it.
 *  values: up to 6 x 6. */
export function poolingDiagram(values: readonly (readonly number[])[]): Diagram {
  const [down, across] = [Math.floor(values.length / 2), Math.floor(values[0].length / 2)];
  const block = (row: number, column: number): number[] =>
    [0, 1].flatMap((dy) => values[2 * row + dy].slice(2 * column, 2 * column + 2));
  const pooled = Array.from({ length: down }, (_, row) =>
    Array.from({ length: across }, (__, column) => Math.max(...block(row, column))),
  );
  const isEven = (row: number, column: number): boolean => (row + column) % 2 === 0;
  const right = MARGIN + values[0].length * CELL;
  const atPooled = right + 80;
  const words = atPooled + across * CELL + 32;
  const middle = TOP + down * CELL;
  const pooledTop = middle - (down * CELL) / 2;
  const blocks = pooled.flatMap((line, row) =>
    line.map((_, column) =>
      drawBox({
        ...{ x: MARGIN + 2 * column * CELL, y: TOP + 2 * row * CELL, width: 2 * CELL, height: 2 * CELL },
        ...{ fill: 'none', tone: 'text', strong: true },
      }),
    ),
  );
  const marks = [
    writeText(`${values.length} x ${values[0].length}`, { x: MARGIN, y: TOP - 12 }),
    drawGrid(values, {
      ...{ x: MARGIN, y: TOP, cell: CELL },
      fill: (row, column) =>
        isEven(Math.floor(row / 2), Math.floor(column / 2)) ? 'first-pale' : 'second-pale',
    }),
    ...blocks,
    drawArrow([
      [right + 16, middle],
      [atPooled - 16, middle],
    ]),
    writeText(`${down} x ${across}`, { x: atPooled, y: pooledTop - 12 }),
    drawGrid(pooled, {
      ...{ x: atPooled, y: pooledTop, cell: CELL },
      fill: (row, column) => (isEven(row, column) ? 'first-pale' : 'second-pale'),
    }),
    writeLines(
      [
        'Of each block the',
        'largest stays. Where',
        'in its block it was',
        'is forgotten: a small',
        'shift changes nothing.',
      ],
      {
        ...{ x: words, y: pooledTop - 4 },
      },
    ),
  ];
  const description =
    `A table of ${values.length} x ${values[0].length} numbers is divided into blocks of 2 x 2, of which each leaves its largest number. ` +
    `The rows ${values.map((line) => line.map(writeNumber).join(' ')).join('; ')} become ${pooled.map((line) => line.map(writeNumber).join(' ')).join('; ')}.`;
  const title = 'Pooling: the largest of each block of 2 x 2';
  return drawSheet({ name: 'pooling', title, description, height: TOP + values.length * CELL + 32 }, marks);
}
