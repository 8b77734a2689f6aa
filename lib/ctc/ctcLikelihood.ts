import type { ColumnProbabilities } from './columnProbabilities';
import { ctcStep } from './ctcStep';

/** Natural logarithm of the probability that the columns spell exactly `labels`: the sum over all ways to stretch them over the
 *  columns with blanks between. -Infinity when there is none, as for a text longer than the columns.
 *  Source: Graves et al. 2006, section 4.1, with each step scaled to a sum of 1. */
export function ctcLikelihood(columns: ColumnProbabilities, labels: ArrayLike<number>): number {
  const states = 2 * labels.length + 1;
  let before = new Float64Array(states);
  let now = new Float64Array(states);
  let log = 0;
  for (let step = 0; step < columns.steps; step++) {
    const sum = ctcStep(columns, labels, { step, before, now });
    if (sum === 0) return -Infinity;
    log += Math.log(sum);
    [before, now] = [now, before];
  }
  const last = before[states - 1] + (states > 1 ? before[states - 2] : 0);
  return log + Math.log(last);
}
