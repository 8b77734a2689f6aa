import { checkClassPairs } from './checkClassPairs';

/** A share of right answers, kept as a count so that nobody has to guess what it was measured on. */
export interface Accuracy {
  /** Right answers. */
  readonly correct: number;
  /** All answers. */
  readonly n: number;
  /** correct / n, 0 to 1. */
  readonly value: number;
}

/** Share of examples whose predicted class is the true one.
 *  truth, predicted: one class per example, same order; not modified.
 *  Throws RangeError when they are empty, differ in length or hold anything but whole numbers from 0 on. */
export function accuracy(truth: ArrayLike<number>, predicted: ArrayLike<number>): Accuracy {
  checkClassPairs('accuracy', truth, predicted);
  let correct = 0;
  for (let example = 0; example < truth.length; example++) {
    if (truth[example] === predicted[example]) correct++;
  }
  return { correct, n: truth.length, value: correct / truth.length };
}
