import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { categoryAxis, COLOURS, HATCH, shareAxis, themedLayout } from './theme';

/** One bar: a share from 0 to 1 and what is known about it. */
export interface AccuracyBar {
  readonly label: string;
  readonly value: number;
  /** Counts behind the share: right answers of n. */
  readonly correct?: number;
  readonly n?: number;
  /** Range drawn as a whisker, such as a Wilson interval. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** 'report' is drawn grey and hatched. */
  readonly source?: 'ours' | 'report';
}

export interface AccuracyBarsOptions extends FigureOptions {
  /** Stem of exported files. */
  name?: string;
  /** What the bars measure, in plural or as a name without unit. */
  measure?: string;
}

/** Horizontal bars of shares with whiskers and counts: accuracies that answer the same question in different ways.
 *  Throws RangeError without bars or when a value lies outside 0 to 1. */
export function accuracyBars(bars: readonly AccuracyBar[], options: AccuracyBarsOptions = {}): Figure {
  const { name = 'accuracies', measure = 'accuracy', title = 'Accuracy' } = options;
  if (bars.length === 0) throw new RangeError('accuracyBars: bars is empty; give at least one bar.');
  for (const { label, value } of bars) {
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(`accuracyBars: the value of ${label} must be 0 to 1, got ${value}.`);
    }
  }
  const theirs = bars.map(({ source }) => source === 'report');
  const known = bars.flatMap((bar) => (bar.interval ? [{ ...bar, interval: bar.interval }] : []));
  return {
    name,
    description: `${title}: ${bars.map((bar) => `${bar.label} ${shareText(bar)}`).join('; ')}.`,
    data: [
      {
        type: 'bar',
        orientation: 'h',
        x: bars.map(({ value }) => value),
        y: bars.map(({ label }) => label),
        marker: {
          color: theirs.map((report) => (report ? COLOURS.report : COLOURS.first)),
          pattern: { ...HATCH, shape: theirs.map((report) => (report ? HATCH.shape : '')) },
        },
        hovertemplate: '%{y}: %{x:.2%}<extra></extra>',
      },
      // A bar without an interval must not get a whisker of no width, so whiskers are a series of their own.
      {
        type: 'scatter',
        mode: 'markers',
        x: known.map(({ value }) => value),
        y: known.map(({ label }) => label),
        marker: { size: 1, color: COLOURS.text },
        error_x: {
          type: 'data',
          symmetric: false,
          array: known.map(({ value, interval }) => interval.high - value),
          arrayminus: known.map(({ value, interval }) => value - interval.low),
          color: COLOURS.text,
          thickness: 1.5,
          width: 6,
        },
        hoverinfo: 'skip',
      },
    ],
    layout: themedLayout(
      { height: 130 + 56 * bars.length, ...options, title },
      {
        bargap: 0.45,
        showlegend: false,
        xaxis: shareAxis(`${measure} (%)`),
        yaxis: categoryAxis('', { autorange: 'reversed' }),
        // Numbers stand above their bars, where neither a whisker nor the end of the axis can hide them.
        annotations: bars.map((bar, row) => ({
          x: 0,
          y: row,
          yshift: 22,
          text: `<b>${shareText(bar)}</b>`,
          showarrow: false,
          xanchor: 'left',
          font: { size: 12 },
        })),
      },
    ),
  };
}

function shareText({ value, correct, n }: AccuracyBar): string {
  const share = `${(100 * value).toFixed(2)}%`;
  return correct === undefined || n === undefined ? share : `${correct}/${n} = ${share}`;
}
