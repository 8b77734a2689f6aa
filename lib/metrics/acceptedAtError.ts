import { checkAnswers } from './checkAnswers';

/** What is left when answers below a confidence are refused. */
export interface Accepted {
  /** Answers with at least this confidence are accepted; Infinity when none may be. */
  readonly threshold: number;
  readonly accepted: number;
  /** Accepted answers that are wrong. */
  readonly wrong: number;
  /** All answers. */
  readonly n: number;
}

/** The lowest threshold at which at most `maxError` of the accepted answers are wrong, and so the most answers that can be
 *  accepted. Answers of equal confidence are accepted or refused together.
 *  confidences: 0 to 1; correct: whether each answer is right; maxError: share, 0 to 1.
 *  Throws RangeError when lengths differ or a value is out of range. */
export function acceptedAtError(
  confidences: ArrayLike<number>,
  correct: readonly boolean[],
  maxError: number,
): Accepted {
  checkAnswers('acceptedAtError', confidences, correct);
  if (!(maxError >= 0 && maxError <= 1)) {
    throw new RangeError(`acceptedAtError: maxError must be a share from 0 to 1, got ${maxError}.`);
  }
  const n = correct.length;
  const order = correct.map((_, index) => index).sort((a, b) => confidences[b] - confidences[a]);
  let best: Accepted = { threshold: Infinity, accepted: 0, wrong: 0, n };
  let wrong = 0;
  order.forEach((index, rank) => {
    if (!correct[index]) wrong++;
    const accepted = rank + 1;
    const tied = accepted < n && confidences[order[accepted]] === confidences[index];
    if (!tied && wrong <= maxError * accepted) best = { threshold: confidences[index], accepted, wrong, n };
  });
  return best;
}
