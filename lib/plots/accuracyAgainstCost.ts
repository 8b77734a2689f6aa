import type { Data } from 'plotly.js';
import type { CostPoint } from './costPoint';
import { labelPlace, MILLION, sharedLabel, ticks, type Cost } from './costLabels';
import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { axis, COLOURS, shareAxis, themedLayout } from './theme';

export interface AccuracyAgainstCostOptions extends FigureOptions {
  /** Stem of exported files. */
  name?: string;
}

/** Accuracy against the number of parameters (left) and of multiply-adds (right), both logarithmic: whether size buys
 *  anything. Throws RangeError without points, or when a cost is not above 0 or a value not 0 to 1. */
export function accuracyAgainstCost(
  points: readonly CostPoint[],
  options: AccuracyAgainstCostOptions = {},
): Figure {
  const { name = 'accuracy-against-cost', title = 'Accuracy against cost' } = options;
  if (points.length === 0) throw new RangeError('accuracyAgainstCost: points is empty; give at least one.');
  for (const { label, parameters, multiplyAdds, value } of points) {
    if (!(parameters > 0 && multiplyAdds > 0 && value >= 0 && value <= 1)) {
      throw new RangeError(
        `accuracyAgainstCost: ${label} must have costs above 0 and a value from 0 to 1, ` +
          `got ${parameters}, ${multiplyAdds} and ${value}.`,
      );
    }
  }
  return {
    name,
    description: `${title}: ${points
      .map(
        ({ label, parameters, value }) => `${label} ${(100 * value).toFixed(2)} %, ${parameters} parameters`,
      )
      .join('; ')}.`,
    data: (['parameters', 'multiplyAdds'] as const).flatMap((cost) =>
      (['report', 'ours'] as const).flatMap((source) =>
        markers(
          points.filter((point) => (point.source ?? 'ours') === source),
          { cost, source },
        ),
      ),
    ),
    layout: themedLayout(
      { ...options, title },
      {
        xaxis: axis('parameters (millions)', {
          type: 'log',
          domain: [0, 0.46],
          ...ticks(points, 'parameters'),
        }),
        xaxis2: axis('multiply-adds for a picture (millions)', {
          type: 'log',
          domain: [0.54, 1],
          ...ticks(points, 'multiplyAdds'),
        }),
        yaxis: shareAxis('accuracy (%)', { range: [0, 1.08] }),
      },
    ),
  };
}

function markers(
  points: readonly CostPoint[],
  { cost, source }: { cost: Cost; source: 'ours' | 'report' },
): Partial<Data>[] {
  if (points.length === 0) return [];
  const ours = source === 'ours';
  const color = ours ? COLOURS.first : COLOURS.report;
  const distance = ({ value, interval }: CostPoint, end: 'low' | 'high'): number =>
    Math.abs((interval?.[end] ?? value) - value);
  return [
    {
      type: 'scatter',
      mode: 'text+markers',
      name: ours ? 'ours' : 'report',
      legendgroup: source,
      showlegend: cost === 'parameters',
      x: points.map((point) => point[cost] / MILLION),
      y: points.map(({ value }) => value),
      ...(cost === 'parameters' ? {} : { xaxis: 'x2' }),
      text: points.map((point) => sharedLabel(point, points, cost)),
      // plotly takes a list, its types do not know.
      textposition: points.map((point) => labelPlace(point, points, cost)) as unknown as 'top center',
      textfont: { size: 12, color: COLOURS.text },
      marker: { size: 9, color, symbol: ours ? 'circle' : 'diamond-open', line: { color, width: 2 } },
      error_y: {
        type: 'data',
        symmetric: false,
        array: points.map((point) => distance(point, 'high')),
        arrayminus: points.map((point) => distance(point, 'low')),
        color: COLOURS.text,
        thickness: 1,
        width: 3,
        visible: points.some(({ interval }) => interval !== undefined),
      },
      hovertemplate: '%{x:.2f} million: %{y:.2%}<extra></extra>',
    },
  ];
}
