import { checkWhole } from '../checks';
/** What McNemar's test says of two readers that were judged on the same cases. */
export interface McNemar {
  /** Cases that only one of the two got right. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Probability, 0 to 1, of a split at least as uneven if a fair coin decided each such case. */
  readonly p: number;
}

/** McNemar's exact test, two-sided: of the cases on which two readers differ, does one get more right than chance
 *  explains? Without such cases p is 1. Throws RangeError unless both counts are whole numbers of at least 0.
 *  Source: McNemar 1947; exact by the binomial distribution. */
export function mcNemar(onlyFirst: number, onlySecond: number): McNemar {
  checkWhole('mcNemar', { onlyFirst, onlySecond }, 0);
  const n = onlyFirst + onlySecond;
  const fewer = Math.min(onlyFirst, onlySecond);
  // Logarithms, because 2^-n is 0 as a number from n = 1075 on.
  let logTerm = -n * Math.LN2;
  let tail = Math.exp(logTerm);
  for (let k = 1; k <= fewer; k++) {
    logTerm += Math.log((n - k + 1) / k);
    tail += Math.exp(logTerm);
  }
  return { onlyFirst, onlySecond, p: Math.min(1, 2 * tail) };
}
