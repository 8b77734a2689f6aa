import type { Data } from 'plotly.js';
import { expectedCalibrationError, wilsonInterval, type CalibrationBin } from '../metrics';
import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { axis, COLOURS, shareAxis, themedLayout } from './theme';

export interface ReliabilityDiagramOptions extends FigureOptions {
  /** Stem of exported files. */
  name?: string;
}

/** With more bins the counts would be written over each other on a narrow screen. */
const MOST_COUNTS = 10;

/** Whether a network is right as often as it claims: above, accuracy against mean confidence, a point a bin, with 95 %
 *  Wilson intervals and the diagonal of a network that knows what it knows; below, how many examples each bin has. A
 *  point under the diagonal is overconfident. bins: what `calibration` of captcha-lab/metrics gives.
 *  Throws RangeError when the bins hold no example, or one's numbers contradict each other. */
export function reliabilityDiagram(
  bins: readonly CalibrationBin[],
  options: ReliabilityDiagramOptions = {},
): Figure {
  const { name = 'reliability', title = 'Confidence and accuracy', height = 580 } = options;
  for (const bin of bins) checkBin(bin);
  const error = `${(100 * expectedCalibrationError(bins)).toFixed(2)} %`;
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  const filled = bins.filter(({ n }) => n > 0);
  return {
    name,
    description:
      `${title}: expected calibration error ${error} over ${total} examples; ` +
      `${filled.map(describeBin).join('; ')}.`,
    data: [diagonal(), points(filled), counts(bins)],
    layout: themedLayout(
      { ...options, title, height },
      {
        bargap: 0.08,
        xaxis: shareAxis('confidence: the largest probability (%)', { range: [-0.02, 1.02], anchor: 'y2' }),
        yaxis: shareAxis('accuracy (%)', { domain: [0.45, 1], range: [-0.02, 1.04] }),
        // Room above the highest bar for its number.
        yaxis2: axis('examples (count)', {
          domain: [0, 0.3],
          range: [0, 1.25 * Math.max(...bins.map(({ n }) => n))],
          nticks: 4,
        }),
        annotations: [
          // Between the panels, where it covers no point.
          {
            xref: 'paper',
            yref: 'paper',
            x: 0,
            y: 0.375,
            xanchor: 'left',
            yanchor: 'middle',
            align: 'left',
            showarrow: false,
            text: `<b>expected calibration error ${error}</b><br>${total} examples`,
            font: { size: 12 },
          },
        ],
      },
    ),
  };
}

function checkBin({ low, high, n, correct, confidence, accuracy }: CalibrationBin): void {
  const whole = Number.isSafeInteger(n) && Number.isSafeInteger(correct) && correct >= 0 && correct <= n;
  const share = (value: number | null): boolean =>
    n === 0 ? value === null : value !== null && value >= 0 && value <= 1;
  // Means and quotients are rounded, and confidences come in single precision.
  const agree =
    n === 0 ||
    (Math.abs((accuracy ?? NaN) - correct / n) < 1e-9 &&
      (confidence ?? NaN) >= low - 1e-6 &&
      (confidence ?? NaN) <= high + 1e-6);
  if (!(low >= 0 && low < high && high <= 1 && whole && share(confidence) && share(accuracy) && agree)) {
    throw new RangeError(
      `reliabilityDiagram: the bin from ${low} to ${high} must have counts and shares from 0 to 1 that agree, null when n is 0; ` +
        `got ${correct} of ${n}, confidence ${confidence}, accuracy ${accuracy}; pass what calibration gives.`,
    );
  }
}

function describeBin({ low, high, n, correct, confidence }: CalibrationBin): string {
  return `${percent(low)} to ${percent(high)}: says ${percent(confidence!)}, ${correct}/${n} = ${percent(correct / n)}`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}

function diagonal(): Partial<Data> {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'accuracy = confidence',
    x: [0, 1],
    y: [0, 1],
    line: { color: COLOURS.text, width: 1.5, dash: 'dash' },
    hoverinfo: 'skip',
  };
}

function points(filled: readonly CalibrationBin[]): Partial<Data> {
  const intervals = filled.map(({ correct, n }) => wilsonInterval(correct, n));
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name: 'measured, 95 % interval',
    x: filled.map(({ confidence }) => confidence),
    y: filled.map(({ accuracy }) => accuracy),
    text: filled.map(({ correct, n }) => `${correct}/${n}`),
    line: { color: COLOURS.first, width: 1.5 },
    marker: { color: COLOURS.first, size: 8 },
    error_y: {
      type: 'data',
      symmetric: false,
      array: intervals.map(({ high }, index) => high - filled[index].accuracy!),
      arrayminus: intervals.map(({ low }, index) => filled[index].accuracy! - low),
      color: COLOURS.text,
      thickness: 1.2,
      width: 5,
    },
    hovertemplate: 'says %{x:.1%}, right %{text} = %{y:.1%}<extra></extra>',
  };
}

function counts(bins: readonly CalibrationBin[]): Partial<Data> {
  return {
    type: 'bar',
    x: bins.map(({ low, high }) => (low + high) / 2),
    y: bins.map(({ n }) => n),
    width: bins.map(({ low, high }) => 0.92 * (high - low)),
    yaxis: 'y2',
    text: bins.map(({ n }) => (n === 0 || bins.length > MOST_COUNTS ? '' : String(n))),
    textposition: 'outside',
    textangle: 0,
    textfont: { size: 10 },
    cliponaxis: false,
    showlegend: false,
    marker: { color: COLOURS.first },
    hovertemplate: '%{x:.0%}: %{y} examples<extra></extra>',
  };
}
