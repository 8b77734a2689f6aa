import { checkWhole } from '../checks';
import { normalQuantile } from './normalQuantile';

/** A range of shares that the measured count is compatible with, 0 <= low <= high <= 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface WilsonIntervalOptions {
  /** How often intervals made this way hold the true share, between 0 and 1, both excluded; 0.95 by default. */
  readonly confidence?: number;
}

/** Wilson's score interval for a share of `successes` in `n` trials. It stays within 0 and 1 and is still
 *  right near 0 % and 100 %, where the textbook "plus or minus" interval is not.
 *  Throws RangeError when `n` is not a whole number of at least 1, `successes` not one from 0 to `n`, or the
 *  confidence out of range. Source: Wilson 1927. */
export function wilsonInterval(
  successes: number,
  n: number,
  { confidence = 0.95 }: WilsonIntervalOptions = {},
): Interval {
  checkWhole('wilsonInterval', { n }, 1);
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > n) {
    throw new RangeError(
      `wilsonInterval: successes must be a whole number from 0 to n = ${n}, got ${successes}.`,
    );
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(
      `wilsonInterval: confidence must lie between 0 and 1, such as 0.95, got ${confidence}.`,
    );
  }
  const z = normalQuantile(0.5 + confidence / 2);
  const share = successes / n;
  const centre = share + (z * z) / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2);
  const scale = 1 + (z * z) / n;
  // At no or only successes rounding would leave a bound a hair off the end it is exactly on.
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    high: successes === n ? 1 : Math.min(1, (centre + reach) / scale),
  };
}
