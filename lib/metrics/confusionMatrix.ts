import { checkWhole } from '../checks';
import { checkClassPairs } from './checkClassPairs';

/** How often each true class (row) was predicted as each class (column).
 *  Returns `classes` rows of `classes` counts; row sums are the class counts, the diagonal holds the right ones.
 *  Throws RangeError when the lists are empty, differ in length, or hold a class outside 0 to classes - 1. */
export function confusionMatrix(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): number[][] {
  checkWhole('confusionMatrix', { classes }, 1);
  checkClassPairs('confusionMatrix', truth, predicted, classes);
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let example = 0; example < truth.length; example++) counts[truth[example]][predicted[example]]++;
  return counts;
}
