import type { SizePoint, SizeSeries } from './sizeSeries';
import type { Data, Layout } from 'plotly.js';
import type { Figure } from './figure';
import { checkSizeSeries } from './checkSizeSeries';
import { REPORT_STYLE, SERIES_STYLES } from './seriesStyles';
import { sizePositions, type SizePositions } from './sizePositions';
import type { FigureOptions } from './theme';
import { axis, COLOURS, shareAxis, themedLayout } from './theme';

export interface AccuracyAgainstSizeOptions extends FigureOptions {
  /** Stem of exported files. */
  name?: string;
  /** What sizes count, with its unit: `labelled CAPTCHAs (count)`. */
  xTitle?: string;
  /** What was measured, without its unit. */
  measure?: string;
  /** Scale of the sizes. On 'log' a size of 0 stands left of the smallest other, behind a cut in the axis. */
  scale?: 'log' | 'linear';
}

/** Accuracy against the amount of training data: what more examples would buy. Series differ by colour, dash and marker;
 *  those from the report are grey. A logarithmic axis is drawn from the logarithms, so that 0 can stand on it.
 *  Throws RangeError without series or points, or when a size, a value or an interval is out of range. */
export function accuracyAgainstSize(
  series: readonly SizeSeries[],
  options: AccuracyAgainstSizeOptions = {},
): Figure {
  const {
    name = 'accuracy-against-size',
    xTitle = 'training examples (count)',
    measure = 'accuracy',
    scale = 'log',
    title = 'Accuracy against training examples',
  } = options;
  if (series.length === 0) throw new RangeError('accuracyAgainstSize: series is empty; give at least one.');
  for (const one of series) checkSizeSeries(one);
  const theirs = series.filter(({ source }) => source === 'report').length;
  if (theirs > 1 || series.length - theirs > SERIES_STYLES.length) {
    throw new RangeError(
      `accuracyAgainstSize: at most ${SERIES_STYLES.length} series of ours and one of the report can be told apart, ` +
        `got ${series.length - theirs} and ${theirs}; make two figures.`,
    );
  }
  const sizes = series.flatMap(({ points }) => points.map(({ size }) => size));
  const places = sizePositions(sizes, scale);
  const ours = series.filter(({ source }) => source !== 'report');
  return {
    name,
    description: `${title}, ${measure} by ${xTitle}: ${series.map(describeSeries).join('; ')}.`,
    data: series.map((one) => line(one, places, ours.indexOf(one))),
    layout: themedLayout(
      { ...options, title },
      {
        showlegend: series.length > 1,
        xaxis: axis(scale === 'log' && sizes.some((size) => size > 0) ? `${xTitle}, logarithmic` : xTitle, {
          range: places.range,
          tickvals: places.tickvals,
          ticktext: places.ticktext,
        }),
        yaxis: shareAxis(`${measure} (%)`),
        ...(places.cut === undefined ? {} : cutAxis(places.cut)),
      },
    ),
  };
}

function describeSeries({ name, points }: SizeSeries): string {
  return `${name} ${ordered(points)
    .map(({ size, value }) => `${size}: ${(100 * value).toFixed(2)} %`)
    .join(', ')}`;
}

function ordered(points: readonly SizePoint[]): SizePoint[] {
  return [...points].sort((one, other) => one.size - other.size);
}

function line(
  { name, points, source }: SizeSeries,
  { position }: SizePositions,
  index: number,
): Partial<Data> {
  const { color, dash, symbol } =
    source === 'report' ? REPORT_STYLE : SERIES_STYLES[index % SERIES_STYLES.length];
  const sorted = ordered(points);
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name,
    x: sorted.map(({ size }) => position(size)),
    y: sorted.map(({ value }) => value),
    text: sorted.map(({ size }) => String(size)),
    line: { color, dash, width: 2 },
    marker: { color, symbol, size: 8 },
    error_y: {
      type: 'data',
      symmetric: false,
      array: sorted.map(({ value, interval }) => (interval?.high ?? value) - value),
      arrayminus: sorted.map(({ value, interval }) => value - (interval?.low ?? value)),
      color,
      thickness: 1.2,
      width: 5,
      visible: sorted.some(({ interval }) => interval !== undefined),
    },
    hovertemplate: `%{text}: %{y:.2%}<extra>${name}</extra>`,
  };
}

/** Two strokes across the axis: what lies left of them is not to scale. */
function cutAxis(x: number): Partial<Layout> {
  const style = { yref: 'paper', y: 0, showarrow: false, yanchor: 'middle', bgcolor: COLOURS.paper } as const;
  return { annotations: [{ ...style, x, text: '//', font: { size: 14 }, borderpad: 0 }] };
}
