import type { Data } from 'plotly.js';
import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { axis, categoryAxis, COLOURS, themedLayout } from './theme';

/** How fast one program is beside another: 2 is twice as fast. */
export interface SpeedRatio {
  readonly label: string;
  readonly value: number;
  /** Slowest and fastest of several measurements, drawn as a whisker. */
  readonly low: number;
  readonly high: number;
  /** What the ratio has to reach, drawn as an upright stroke. */
  readonly target?: number | undefined;
}

export interface SpeedRatiosOptions extends FigureOptions {
  /** Stem of exported files. */
  name?: string;
}

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** Ratios of speeds on a logarithmic axis, where twice and half are equally far from 1: a dot and a whisker each, filled where it is at
 *  least as fast and hollow where it is slower.
 *  Throws RangeError without ratios, or when one is not above 0 or its range is upside down. */
export function speedRatios(ratios: readonly SpeedRatio[], options: SpeedRatiosOptions = {}): Figure {
  const { name = 'speed-ratios', title = 'Times as fast' } = options;
  if (ratios.length === 0) throw new RangeError('speedRatios: ratios is empty; give at least one.');
  for (const { label, value, low, high, target = 1 } of ratios) {
    if (!(low > 0 && low <= high && value > 0 && target > 0 && Number.isFinite(value + high + target))) {
      throw new RangeError(
        `speedRatios: ${label} must have a value, a range from low to high and a target above 0, got ${value}, ${low} to ${high} ` +
          `and ${target}.`,
      );
    }
  }
  const aims = ratios.filter(({ target }) => target !== undefined);
  const ends = ratios.flatMap(({ value, low, high, target = 1 }) => [value, low, high, target]);
  const [least, most] = [Math.min(0.8, ...ends) / 1.15, Math.max(1.25, ...ends) * 1.15];
  return {
    name,
    description: `${title}: ${ratios.map(({ label, value }) => `${label} ${value.toFixed(2)} times`).join('; ')}.`,
    data: [
      ...dots(
        'at least as fast',
        'circle',
        ratios.filter(({ value }) => value >= 1),
      ),
      ...dots(
        'slower',
        'circle-open',
        ratios.filter(({ value }) => value < 1),
      ),
      ...(aims.length === 0
        ? []
        : [
            {
              type: 'scatter' as const,
              mode: 'markers' as const,
              name: 'target',
              x: aims.map(({ target = 1 }) => target),
              y: aims.map(({ label }) => label),
              marker: { symbol: 'line-ns', size: 14, line: { color: COLOURS.second, width: 2 } },
              hovertemplate: '%{y}: target %{x:.2f} times<extra></extra>',
            },
          ]),
    ],
    layout: themedLayout(
      { height: 150 + 24 * ratios.length, ...options, title },
      {
        xaxis: axis('times as fast (logarithmic)', {
          type: 'log',
          range: [Math.log10(least), Math.log10(most)],
          tickvals: STEPS,
          ticktext: STEPS.map(String),
        }),
        yaxis: categoryAxis('', {
          autorange: 'reversed',
          showgrid: true,
          categoryorder: 'array',
          categoryarray: ratios.map(({ label }) => label),
        }),
        shapes: [
          {
            type: 'line',
            xref: 'x',
            yref: 'paper',
            x0: 1,
            x1: 1,
            y0: 0,
            y1: 1,
            line: { color: COLOURS.text, width: 1.5 },
          },
        ],
      },
    ),
  };
}

function dots(name: string, symbol: string, ratios: readonly SpeedRatio[]): Partial<Data>[] {
  if (ratios.length === 0) return [];
  return [
    {
      type: 'scatter',
      mode: 'markers',
      name,
      x: ratios.map(({ value }) => value),
      y: ratios.map(({ label }) => label),
      marker: { symbol, size: 10, color: COLOURS.first, line: { color: COLOURS.first, width: 2 } },
      error_x: {
        type: 'data',
        symmetric: false,
        array: ratios.map(({ value, high }) => Math.max(0, high - value)),
        arrayminus: ratios.map(({ value, low }) => Math.max(0, value - low)),
        color: COLOURS.text,
        thickness: 1.5,
        width: 4,
      },
      hovertemplate: '%{y}: %{x:.2f} times<extra></extra>',
    },
  ];
}
