import { checkWhole } from '../checks';
/** A count beside its share, as every figure in the kit is quoted: `formatCount(995, 1063)` is '995/1063 = 93.60%'.
 *  Throws RangeError unless n is a whole number of at least 1 and correct one from 0 to n. */
export function formatCount(correct: number, n: number): string {
  checkWhole('formatCount', { n }, 1);
  if (!Number.isSafeInteger(correct) || correct < 0 || correct > n) {
    throw new RangeError(`formatCount: correct must be a whole number from 0 to n = ${n}, got ${correct}.`);
  }
  return `${correct}/${n} = ${((100 * correct) / n).toFixed(2)}%`;
}
