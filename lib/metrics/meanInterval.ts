import type { Interval } from './wilsonInterval';
import { studentQuantile } from './studentQuantile';

/** A mean with the range it is known to. */
export interface MeanInterval extends Interval {
  readonly mean: number;
  readonly n: number;
}

/** Mean of independent measurements, such as one a seed, with Student's interval: mean ± t s / sqrt(n).
 *  Throws RangeError for fewer than two values, one that is not finite, or a confidence out of range. */
export function meanInterval(
  values: readonly number[],
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): MeanInterval {
  const n = values.length;
  if (n < 2 || !values.every(Number.isFinite)) {
    throw new RangeError(
      `meanInterval: values must be at least two finite numbers, got ${values.join(', ') || 'none'}.`,
    );
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(
      `meanInterval: confidence must lie between 0 and 1, such as 0.95, got ${confidence}.`,
    );
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const reach = studentQuantile(0.5 + confidence / 2, n - 1) * Math.sqrt(variance / n);
  return { mean, n, low: mean - reach, high: mean + reach };
}
