import type { Fill } from './diagramStyle';
import { drawBox } from './drawShapes';
import { writeNumber, writeText } from './writeText';

/** Options of `drawGrid`; x and y are of its left upper corner, in pixels. */
export interface GridOptions {
  readonly x: number;
  readonly y: number;
  /** Side of a cell. */
  readonly cell: number;
  readonly fill?: (row: number, column: number) => Fill;
  /** Which cells are dashed: none by default. */
  readonly dashed?: (row: number, column: number) => boolean;
}

/** A table of numbers or of texts as squares. */
export function drawGrid(
  rows: readonly (readonly (number | string)[])[],
  { x, y, cell, fill = () => 'page', dashed = () => false }: GridOptions,
): string {
  const size = Math.round(0.44 * cell);
  return rows
    .flatMap((values, row) =>
      values.flatMap((value, column) => {
        const [left, top] = [x + column * cell, y + row * cell];
        const box = drawBox({
          ...{ x: left, y: top, width: cell, height: cell },
          ...{ fill: fill(row, column), dashed: dashed(row, column) },
        });
        const text = typeof value === 'number' ? writeNumber(value) : value;
        const place = { x: left + cell / 2, y: Math.round(top + cell / 2 + 0.36 * size), size };
        return text === '' ? [box] : [box, writeText(text, { ...place, anchor: 'middle' })];
      }),
    )
    .join('\n');
}
