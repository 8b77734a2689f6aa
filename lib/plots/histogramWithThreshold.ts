import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { axis, COLOURS, themedLayout } from './theme';

/** Light beside the ink's blue, also in a black and white print, and dark enough for a white page. */
const PAPER = '#9cc3de';

export interface HistogramWithThresholdOptions extends FigureOptions {
  /** The threshold t: values up to t are ink, values above are paper. */
  threshold: number;
  /** A curve over the values, such as Otsu's between-class variance at each t, drawn against a second axis. */
  criterion?: { readonly name: string; readonly values: readonly number[] };
  /** Scale of the counts; 'log' shows rare values beside a huge white background. */
  scale?: 'linear' | 'log';
}

/** Histogram of grey values with the threshold that parts ink from paper. counts[v] is the number of pixels of value
 *  v. Throws RangeError without counts or when the threshold is none of their values. */
export function histogramWithThreshold(
  counts: ArrayLike<number>,
  options: HistogramWithThresholdOptions,
): Figure {
  const { threshold, criterion, scale = 'linear', title = 'Grey values and threshold' } = options;
  if (counts.length === 0) {
    throw new RangeError('histogramWithThreshold: counts is empty; give one count per grey value.');
  }
  if (!(threshold >= 0 && threshold < counts.length)) {
    throw new RangeError(
      `histogramWithThreshold: threshold must be 0 to ${counts.length - 1}, got ${threshold}.`,
    );
  }
  const all = Array.from(counts);
  const values = all.map((_, value) => value);
  const side = (name: string, kept: (value: number) => boolean, color: string): Figure['data'][number] => ({
    type: 'bar',
    name,
    x: values.filter(kept),
    y: all.filter((_, value) => kept(value)),
    marker: { color, line: { width: 0 } },
    hovertemplate: `value %{x}: %{y} pixels<extra>${name}</extra>`,
  });
  const ink = all.filter((_, value) => value <= threshold).reduce((sum, count) => sum + count, 0);
  const total = all.reduce((sum, count) => sum + count, 0);
  return {
    name: 'histogram',
    description: `Histogram of ${total} grey values: ${ink} up to the threshold ${threshold} are ink, the others paper.`,
    data: [
      side(`ink (up to ${threshold})`, (value) => value <= threshold, COLOURS.first),
      side(`paper (above ${threshold})`, (value) => value > threshold, PAPER),
      ...(criterion
        ? [
            {
              type: 'scatter' as const,
              mode: 'lines' as const,
              name: criterion.name,
              x: values,
              y: [...criterion.values],
              yaxis: 'y2',
              line: { color: COLOURS.second, width: 2, dash: 'dash' as const },
            },
          ]
        : []),
    ],
    layout: themedLayout(
      { ...options, title },
      {
        bargap: 0,
        xaxis: axis('grey value (0 black – 255 white)', { range: [-0.75, counts.length - 0.25] }),
        yaxis: axis('pixels (count)', { type: scale, rangemode: 'tozero' }),
        ...(criterion
          ? {
              yaxis2: axis(criterion.name, {
                overlaying: 'y',
                side: 'right',
                showgrid: false,
                tickmode: 'auto',
                rangemode: 'tozero',
              }),
            }
          : {}),
        shapes: [
          {
            type: 'line',
            xref: 'x',
            yref: 'paper',
            x0: threshold + 0.5,
            x1: threshold + 0.5,
            y0: 0,
            y1: 1,
            line: { color: COLOURS.text, width: 1.5, dash: 'dot' },
          },
        ],
      },
    ),
  };
}
