import type { Datum } from 'plotly.js';
import type { Figure } from './figure';
import { REPORT_STYLE, SERIES_STYLES } from './seriesStyles';
import type { FigureOptions } from './theme';
import { axis, COLOURS, themedLayout } from './theme';

/** One line of a `lineFigure`. */
export interface LineSeries {
  readonly name: string;
  readonly y: readonly (number | null)[];
  /** 0, 1, 2, … by default. */
  readonly x?: readonly number[];
  /** 'report' is drawn in grey. */
  readonly source?: 'ours' | 'report';
}

export interface LineFigureOptions extends FigureOptions {
  /** Stem of exported files. */
  name?: string;
  /** What the axes measure, with units. */
  xTitle: string;
  yTitle: string;
  /** Values marked by a dotted vertical line, with a label. */
  marks?: readonly { readonly x: number; readonly label: string }[];
  /** Places on the x axis that carry a label, for things that can be counted or named; as plotly sets them by default. */
  xTicks?: readonly { readonly x: number; readonly label: string }[];
  /** 'log' for values that span powers of ten; all must be above 0 then. */
  scale?: 'linear' | 'log';
  /** One sentence for people who cannot see the figure. */
  description?: string;
}

/** Lines over one axis. Series differ by colour and dash; those from the report are grey.
 *  Throws RangeError without series or when a series' x and y differ in length. */
export function lineFigure(series: readonly LineSeries[], options: LineFigureOptions): Figure {
  const { name = 'lines', xTitle, yTitle, title = yTitle, marks = [], xTicks, scale = 'linear' } = options;
  if (series.length === 0) throw new RangeError('lineFigure: series is empty; give at least one line.');
  for (const { name: line, x, y } of series) {
    if (x && x.length !== y.length) {
      throw new RangeError(`lineFigure: ${line} has ${x.length} values x but ${y.length} values y.`);
    }
  }
  if (scale === 'log' && series.some(({ y }) => y.some((value) => value !== null && value <= 0))) {
    throw new RangeError("lineFigure: with scale 'log' all values must be above 0.");
  }
  const ours = series.filter(({ source }) => source !== 'report');
  return {
    name,
    description:
      options.description ?? `${yTitle} over ${xTitle}: ${series.map((line) => line.name).join(', ')}.`,
    data: series.map((line) => {
      const { color, dash } =
        line.source === 'report' ? REPORT_STYLE : SERIES_STYLES[ours.indexOf(line) % SERIES_STYLES.length];
      return {
        type: 'scatter',
        mode: 'lines',
        name: line.name,
        x: line.x ? [...line.x] : line.y.map((_, index) => index),
        y: [...line.y] as Datum[],
        line: { width: 2, color, dash },
      };
    }),
    layout: themedLayout(
      { ...options, title },
      {
        showlegend: series.length > 1,
        xaxis: axis(
          xTitle,
          xTicks && { tickvals: xTicks.map(({ x }) => x), ticktext: xTicks.map(({ label }) => label) },
        ),
        yaxis: axis(yTitle, scale === 'log' ? { type: 'log' } : {}),
        shapes: marks.map(({ x }) => ({
          type: 'line',
          yref: 'paper',
          x0: x,
          x1: x,
          y0: 0,
          y1: 1,
          line: { color: COLOURS.text, width: 1, dash: 'dot' },
        })),
        annotations: marks.map(({ x, label }) => ({
          x,
          y: 1,
          yref: 'paper',
          text: label,
          showarrow: false,
          xanchor: 'left',
          yanchor: 'top',
          xshift: 4,
        })),
      },
    ),
  };
}
