import type { Diagram } from './diagram';
import { drawGrid } from './drawGrid';
import { drawArrow, drawBox } from './drawShapes';
import { drawSheet, MARGIN } from './sheet';
import { writeLines, writeText } from './writeText';

const CELL = 22;
const TOP = 112;

const square = (side: number, text = ''): string[][] =>
  Array.from({ length: side }, () => Array.from({ length: side }, () => text));

/** The two ways to treat a picture's border, side by side: 'valid' gives fewer answers than pixels, 'same' as many, with
 *  zeros added around. size: side of the picture, up to 6; kernel: its side, odd.
 *  Throws RangeError when the kernel is even or larger than the picture. */
export function paddingDiagram({ size, kernel }: { size: number; kernel: number }): Diagram {
  if (!(kernel % 2 === 1 && kernel >= 1 && kernel <= size)) {
    throw new RangeError(`paddingDiagram: kernel must be odd and at most the size ${size}, got ${kernel}.`);
  }
  const [ring, left] = [(kernel - 1) / 2, size - kernel + 1];
  const padded = size + 2 * ring;
  const panel = (x: number, picture: number, answers: number, border: number): string => {
    const isRing = (row: number, column: number): boolean =>
      Math.min(row, column) < border || Math.max(row, column) >= border + size;
    const rows = square(picture).map((line, row) =>
      line.map((_, column) => (isRing(row, column) ? '0' : '')),
    );
    const isUnder = (row: number, column: number): boolean => row < kernel && column < kernel;
    const result = x + picture * CELL + 44;
    const top = TOP + border * CELL;
    return [
      drawGrid(rows, {
        ...{ x, y: TOP, cell: CELL, dashed: isRing },
        fill: (row, column) => (isUnder(row, column) ? 'first-pale' : isRing(row, column) ? 'page' : 'panel'),
      }),
      drawBox({
        x,
        y: TOP,
        width: kernel * CELL,
        height: kernel * CELL,
        fill: 'none',
        tone: 'first',
        strong: true,
      }),
      drawArrow([
        [result - 36, top + CELL * 1.5],
        [result - 8, top + CELL * 1.5],
      ]),
      drawGrid(square(answers), {
        ...{ x: result, y: top, cell: CELL },
        fill: (row, column) => (row + column === 0 ? 'first-pale' : 'panel'),
      }),
      drawBox({ x: result, y: top, width: CELL, height: CELL, fill: 'none', tone: 'first', strong: true }),
    ].join('\n');
  };
  const atSame = 316;
  const deep = TOP + padded * CELL;
  const marks = [
    writeText('valid', { x: MARGIN, y: 70, bold: true }),
    writeText('the kernel stays inside', { x: MARGIN, y: 92, tone: 'faint' }),
    panel(MARGIN, size, left, 0),
    writeLines([`${size} − ${kernel} + 1 = ${left}`, `${size} x ${size} becomes ${left} x ${left}`], {
      ...{ x: MARGIN, y: deep + 30 },
    }),
    writeText('same', { x: atSame, y: 70, bold: true }),
    writeText(`zeros around the picture, ${ring} deep`, { x: atSame, y: 92, tone: 'faint' }),
    panel(atSame, padded, size, ring),
    writeLines(
      [`${size} + 2 · ${ring} − ${kernel} + 1 = ${size}`, `${size} x ${size} stays ${size} x ${size}`],
      {
        ...{ x: atSame, y: deep + 30 },
      },
    ),
  ];
  const description =
    `A kernel of ${kernel} x ${kernel} on a picture of ${size} x ${size}. With "valid" it stays inside, and the answers are ${left} x ${left}. ` +
    `With "same" zeros are put around the picture, ${ring} deep, and the answers are ${size} x ${size}. ` +
    `In both, the first place of the kernel and the answer that it gives are framed.`;
  const title = 'The border: valid and same';
  return drawSheet({ name: 'padding', title, description, height: deep + 72 }, marks);
}
