import type { Kernels } from '../kernels';
import { CLIP } from './crossEntropy';

/** Gradient by the logits of the mean loss that `batchCrossEntropy` gives, written with kernels: the loss is clipped, and where it is, has
 *  no gradient.
 *  probabilities: [batch, classes], a softmax; truth: the same shape, 1 at the true class, else 0; share: 1 / batch. */
export function writeLossGradient<V>(
  kernels: Kernels<V>,
  { probabilities, truth, share }: { probabilities: V; truth: V; share: V },
): V {
  const { divide, multiply, subtract, sumOfRows, within } = kernels;
  const sum = sumOfRows(probabilities);
  const right = sumOfRows(multiply(probabilities, truth));
  const teaches = multiply(within(divide(right, sum), CLIP, 1 - CLIP), share);
  return multiply(subtract(divide(probabilities, sum), truth), teaches);
}
