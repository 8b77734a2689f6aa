import type { Data, Layout } from 'plotly.js';
import type { GreyImage } from '../image';
import { encodeCompactPng, rgbaImage } from '../image';
import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { axis, categoryAxis, SEQUENTIAL, themedLayout } from './theme';

export interface ColumnHeatMapOptions extends FigureOptions {
  /** Stem of exported files. */
  name?: string;
  /** A name for each class, the last being "nothing here": from top to bottom. */
  labels: readonly string[];
  /** What was read, drawn above over the same axis; its columns lie under the picture's pixels that they look at. */
  picture?: GreyImage;
}

/** Probabilities over time: steps x classes, row-major, each row summing to 1. */
interface Columns {
  readonly steps: number;
  readonly classes: number;
  readonly values: ArrayLike<number>;
}

/** What a reader says column by column: a row for each class, the darker the more probable, under the picture it read. Columns
 *  whose most probable class is not the last one have its name above.
 *  Throws RangeError when values or labels do not match steps and classes, or a value is not 0 to 1. */
export function columnHeatMap(columns: Columns, options: ColumnHeatMapOptions): Figure {
  const { name = 'columns', labels, picture, title = 'What each column says', height = 560 } = options;
  check(columns, labels);
  const { steps, classes, values } = columns;
  const width = picture?.width ?? steps;
  const each = width / steps;
  const middles = Array.from({ length: steps }, (_, step) => (step + 0.5) * each);
  const rows = labels.map((_, label) => middles.map((_middle, step) => values[step * classes + label]));
  const named = middles.flatMap((x, step) => {
    const best = rows.reduce((most, row, label) => (row[step] > rows[most][step] ? label : most), 0);
    return best === classes - 1 ? [] : [{ x, label: labels[best], share: rows[best][step] }];
  });
  return {
    name,
    description:
      `${title}: ${steps} columns, ${classes} classes; ` +
      (named.length === 0
        ? 'no column names a character.'
        : `columns that name a character: ${named.map(({ x, label, share }) => `${label} at ${Math.round(x)} (${percent(share)})`).join(', ')}.`),
    data: [heatMap(rows, middles, labels)],
    layout: themedLayout(
      { ...options, title, height },
      {
        showlegend: false,
        xaxis: axis(picture ? 'pixel from the left' : 'column', { range: [0, width] }),
        yaxis: categoryAxis('class', {
          autorange: 'reversed',
          domain: [0, picture ? 0.66 : 0.94],
          tickfont: { size: 10 },
        }),
        annotations: named.map(({ x, label }) => ({
          x,
          y: picture ? 0.665 : 0.945,
          yref: 'paper',
          yanchor: 'bottom',
          text: label,
          showarrow: false,
          font: { size: 13 },
        })),
        ...(picture && { images: [above(picture)] }),
      },
    ),
  };
}

function heatMap(
  rows: readonly (readonly number[])[],
  middles: readonly number[],
  labels: readonly string[],
): Partial<Data> {
  return {
    type: 'heatmap',
    z: rows.map((row) => row.map((value) => Number(value.toFixed(4)))),
    x: [...middles],
    y: [...labels],
    zmin: 0,
    zmax: 1,
    colorscale: SEQUENTIAL,
    showscale: false,
    xgap: 1,
    ygap: 1,
    hovertemplate: '%{y} at %{x}: %{z:.1%}<extra></extra>',
  };
}

function above(picture: GreyImage): NonNullable<Layout['images']>[number] {
  const { width, height, data } = picture;
  const colours = Uint8Array.from({ length: 4 * data.length }, (_, at) =>
    at % 4 === 3 ? 255 : data[at >> 2],
  );
  const png = encodeCompactPng(rgbaImage(width, height, colours));
  return {
    source: `data:image/png;base64,${png.toString('base64')}`,
    xref: 'x',
    yref: 'paper',
    x: 0,
    y: 1,
    sizex: width,
    sizey: 0.27,
    sizing: 'stretch',
    layer: 'below',
  };
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function check({ steps, classes, values }: Columns, labels: readonly string[]): void {
  if (labels.length !== classes) {
    throw new RangeError(
      `columnHeatMap: labels must hold one name per class (${classes}), got ${labels.length}.`,
    );
  }
  if (steps < 1 || values.length !== steps * classes) {
    throw new RangeError(
      `columnHeatMap: values must hold ${steps} columns x ${classes} classes = ${steps * classes} values, got ${values.length}.`,
    );
  }
  const wrong = Array.from(values).find((value) => !(value >= 0 && value <= 1));
  if (wrong !== undefined) {
    throw new RangeError(`columnHeatMap: values must be probabilities from 0 to 1, got ${wrong}.`);
  }
}
