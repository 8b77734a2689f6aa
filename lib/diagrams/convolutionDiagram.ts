import type { Diagram } from './diagram';
import { drawGrid } from './drawGrid';
import { drawArrow, drawBox } from './drawShapes';
import { drawSheet, MARGIN } from './sheet';
import { writeLines, writeNumber, writeText } from './writeText';

export interface ConvolutionDiagramOptions {
  readonly kernel: readonly (readonly number[])[];
  /** Place of the kernel whose sum is spelled out: row and column of its left upper corner. */
  readonly at: readonly [row: number, column: number];
}

const CELL = 34;
const TOP = 84;

/** A kernel sliding over a picture, all in numbers: one place marked, its products written out, and the answers of all
 *  places. As networks do it: the kernel is not turned over. Few rows and columns fit: up to 6 x 6 and 3 x 3.
 *  Throws RangeError when the kernel does not fit at `at`. */
export function convolutionDiagram(
  picture: readonly (readonly number[])[],
  { kernel, at: [top, left] }: ConvolutionDiagramOptions,
): Diagram {
  const [rows, columns] = [kernel.length, kernel[0].length];
  const [down, across] = [picture.length - rows + 1, picture[0].length - columns + 1];
  if (!(top >= 0 && left >= 0 && top < down && left < across)) {
    throw new RangeError(
      `convolutionDiagram: at must be from [0, 0] to [${down - 1}, ${across - 1}], got [${top}, ${left}].`,
    );
  }
  const answer = (y: number, x: number): number =>
    kernel.reduce(
      (sum, line, dy) => sum + line.reduce((all, weight, dx) => all + weight * picture[y + dy][x + dx], 0),
      0,
    );
  const answers = Array.from({ length: down }, (_, y) =>
    Array.from({ length: across }, (__, x) => answer(y, x)),
  );
  const inside = (y: number, x: number): boolean =>
    y >= top && y < top + rows && x >= left && x < left + columns;
  const products = kernel.map((line, dy) =>
    line
      .map((weight, dx) => `${writeNumber(weight)} · ${writeNumber(picture[top + dy][left + dx])}`)
      .join(' + '),
  );
  const atKernel = MARGIN + picture[0].length * CELL + 56;
  const atAnswers = atKernel + columns * CELL + 72;
  const deep = TOP + Math.max(picture.length, rows, down) * CELL;
  const window = { x: MARGIN + left * CELL, y: TOP + top * CELL, width: columns * CELL, height: rows * CELL };
  const middle = TOP + (rows * CELL) / 2;
  const size = (values: readonly (readonly number[])[]): string => `${values.length} x ${values[0].length}`;
  const marks = [
    writeText(`picture, ${size(picture)}`, { x: MARGIN, y: TOP - 12 }),
    writeText(`kernel, ${size(kernel)}`, { x: atKernel, y: TOP - 12 }),
    writeText(`answers, ${size(answers)}`, { x: atAnswers, y: TOP - 12 }),
    drawGrid(picture, {
      x: MARGIN,
      y: TOP,
      cell: CELL,
      fill: (y, x) => (inside(y, x) ? 'first-pale' : 'page'),
    }),
    drawBox({ ...window, fill: 'none', tone: 'first', strong: true }),
    drawGrid(kernel, { x: atKernel, y: TOP, cell: CELL, fill: () => 'second-pale' }),
    drawArrow([
      [MARGIN + picture[0].length * CELL + 12, middle],
      [atKernel - 10, middle],
    ]),
    drawArrow([
      [atKernel + columns * CELL + 12, middle],
      [atAnswers - 10, middle],
    ]),
    drawGrid(answers, {
      ...{ x: atAnswers, y: TOP, cell: CELL },
      fill: (y, x) => (y === top && x === left ? 'first-pale' : 'page'),
    }),
    drawBox({
      ...{ x: atAnswers + left * CELL, y: TOP + top * CELL, width: CELL, height: CELL },
      ...{ fill: 'none', tone: 'first', strong: true },
    }),
    writeText('The framed place: weight · pixel, all added up', { x: MARGIN, y: deep + 32, tone: 'faint' }),
    writeLines(
      products.map((line, index) => (index === 0 ? line : `+ ${line}`)),
      { x: MARGIN, y: deep + 58 },
    ),
    writeText(`= ${writeNumber(answers[top][left])}`, {
      ...{ x: MARGIN, y: deep + 60 + 20 * rows, bold: true },
    }),
  ];
  const description =
    `A kernel of ${size(kernel)} lies on a picture of ${size(picture)} numbers, at row ${top + 1} and column ${left + 1}. ` +
    `Each of its weights is multiplied by the number under it, and the ${rows * columns} products are added up to ${writeNumber(answers[top][left])}. ` +
    `From all ${down * across} places come answers of ${size(answers)}: ${answers.map((line) => line.map(writeNumber).join(', ')).join('; ')}.`;
  const title = 'A convolution: one small table of weights on every place';
  return drawSheet({ name: 'convolution', title, description, height: deep + 84 + 20 * rows }, marks);
}
