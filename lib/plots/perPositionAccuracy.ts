import { wilsonInterval } from '../metrics';
import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { categoryAxis, COLOURS, shareAxis, themedLayout } from './theme';

/** Bars: accuracy at each position of the CAPTCHA, first character first, with 95 % Wilson intervals.
 *  Throws RangeError without positions, or when one has no characters. */
export function perPositionAccuracy(
  positions: readonly { readonly correct: number; readonly n: number }[],
  { title = 'Accuracy by position', height = 360, ...options }: FigureOptions = {},
): Figure {
  if (positions.length === 0) {
    throw new RangeError('perPositionAccuracy: positions is empty; give one count per position.');
  }
  const shares = positions.map(({ correct, n }) => correct / n);
  const intervals = positions.map(({ correct, n }) => wilsonInterval(correct, n));
  const texts = positions.map(({ correct, n }) => `${correct}/${n}`);
  return {
    name: 'accuracy-by-position',
    description: `Accuracy at each position: ${shares
      .map((share, index) => `${index + 1}: ${texts[index]} = ${(100 * share).toFixed(2)} %`)
      .join('; ')}.`,
    data: [
      {
        type: 'bar',
        x: positions.map((_, index) => String(index + 1)),
        y: shares,
        text: texts.map((text, index) => `${(100 * shares[index]).toFixed(1)}%<br>${text}`),
        textposition: 'inside',
        insidetextanchor: 'start',
        marker: { color: COLOURS.first },
        error_y: {
          type: 'data',
          symmetric: false,
          array: intervals.map(({ high }, index) => high - shares[index]),
          arrayminus: intervals.map(({ low }, index) => shares[index] - low),
          color: COLOURS.text,
          thickness: 1.5,
          width: 6,
        },
        hovertemplate: 'position %{x}: %{y:.2%}<extra></extra>',
      },
    ],
    layout: themedLayout(
      { title, height, ...options },
      {
        bargap: 0.4,
        xaxis: categoryAxis('position in the CAPTCHA'),
        yaxis: shareAxis('characters read (%)'),
      },
    ),
  };
}
