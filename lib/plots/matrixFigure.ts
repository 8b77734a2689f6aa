import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { GREY, SEQUENTIAL, SIGNED, themedLayout } from './theme';

export interface MatrixFigureOptions extends FigureOptions {
  /** Stem of exported files. */
  name?: string;
  /** 'grey' shows 0 to 255 as in a picture, 'signed' negative orange and positive blue, 'counts' light to dark. */
  palette?: 'grey' | 'signed' | 'counts';
  /** Decimals of the numbers; as many as needed, at most two, by default. */
  digits?: number;
  /** Boxes drawn around cells, in rows and columns from 0: where a kernel lies. */
  boxes?: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
  /** Side of a cell in pixels. */
  cell?: number;
}

const SCALES = { grey: GREY, signed: SIGNED, counts: SEQUENTIAL };

/** A small matrix as coloured cells with their numbers: a picture, a kernel or a feature map to work through by
 *  hand. Row 0 is at the top. Throws RangeError when it is empty or its rows differ in length. */
export function matrixFigure(
  rows: readonly (readonly number[])[],
  options: MatrixFigureOptions = {},
): Figure {
  const { name = 'matrix', palette = 'grey', digits, boxes = [], cell = 40, title = '' } = options;
  const columns = rows.at(0)?.length ?? 0;
  if (columns === 0 || rows.some((row) => row.length !== columns)) {
    throw new RangeError('matrixFigure: rows must be equally long and not empty.');
  }
  const largest = Math.max(...rows.flat().map(Math.abs));
  // A matrix of zeros has no largest value; any range shows it.
  const reach = largest === 0 ? 1 : largest;
  const range = { grey: [0, 255], signed: [-reach, reach], counts: [0, reach] }[palette];
  const text = (value: number): string =>
    digits === undefined ? String(Number(value.toFixed(2))) : value.toFixed(digits);
  const top = title === '' ? 10 : options.subtitle === undefined ? 44 : 64;
  return {
    name,
    description: `${title === '' ? 'Matrix' : title}, ${rows.length} rows of ${columns}: ${rows.map((row) => row.map(text).join(' ')).join(' / ')}.`,
    data: [
      {
        type: 'heatmap',
        z: rows.map((row) => [...row]),
        text: rows.map((row) => row.map(text)) as unknown as string[],
        texttemplate: '%{text}',
        textfont: { size: Math.max(9, Math.round(cell * 0.33)) },
        zmin: range[0],
        zmax: range[1],
        colorscale: SCALES[palette],
        showscale: false,
        xgap: 1,
        ygap: 1,
        hovertemplate: 'row %{y}, column %{x}: %{z}<extra></extra>',
      },
    ],
    layout: themedLayout(
      { ...options, title, height: rows.length * cell + top + 10 },
      {
        width: Math.max(columns * cell + 20, 8 * title.length + 20),
        margin: { l: 10, r: Math.max(10, 8 * title.length + 10 - columns * cell), t: top, b: 10 },
        plot_bgcolor: '#a9a9a9',
        xaxis: { visible: false, range: [-0.5, columns - 0.5], fixedrange: true },
        yaxis: { visible: false, range: [rows.length - 0.5, -0.5], fixedrange: true },
        shapes: boxes.map((box) => ({
          type: 'rect',
          x0: box.column - 0.5,
          x1: box.column + box.columns - 0.5,
          y0: box.row - 0.5,
          y1: box.row + box.rows - 0.5,
          line: { color: '#d55e00', width: 3 },
        })),
      },
    ),
  };
}
