import { checkClassPairs } from './checkClassPairs';

/** How often each true class (row) was predicted as each class (column).
 *  Returns `classes` rows of `classes` counts; row sums are the class counts, the diagonal holds the right ones.
 *  Throws RangeError when the lists are empty, differ in length, or hold a class outside 0 to classes - 1. */
export function confusionMatrix(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): number[][] {
  if (!Number.isSafeInteger(classes) || classes < 1) {
    throw new RangeError(`confusionMatrix: classes must be a whole number of at least 1, got ${classes}.`);
  }
  checkClassPairs('confusionMatrix', truth, predicted, classes);
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let example = 0; example < truth.length; example++) counts[truth[example]][predicted[example]]++;
  return counts;
}
