import { tf } from '../tensorflow';

/** Keras's epsilon: probabilities are kept this far from 0 and 1 before the logarithm. A network that gives the
 *  true class probability 0 has loss 16.118 there and, the clip being flat, gradient 0. */
export const CLIP = 1e-7;

/** Loss of an example whose true class has a probability that is clipped: 16.118. */
export const CLIPPED_LOSS = -Math.log(CLIP);

/** Sums over a batch, on the CPU. */
export interface BatchSums {
  /** Sum of the examples' losses. */
  loss: number;
  /** Examples whose largest probability is at the true class (ties: the lowest class). */
  correct: number;
}

/** Class with the largest of `classes` values from `offset` on; ties: the lowest. */
export function largest(values: ArrayLike<number>, offset: number, classes: number): number {
  let best = 0;
  for (let index = 1; index < classes; index++) {
    if (values[offset + index] > values[offset + best]) best = index;
  }
  return best;
}

/** Loss and right answers of a batch as Keras's categorical cross-entropy counts them: probabilities are divided
 *  by their sum and clipped to [1e-7, 1 - 1e-7]. `gradient`, when given, receives the mean loss's derivative by
 *  each probability. probabilities: labels.length x classes, row-major. */
export function batchCrossEntropy(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  gradient?: Float32Array,
): BatchSums {
  const sums = { loss: 0, correct: 0 };
  const count = labels.length;
  for (let example = 0; example < count; example++) {
    const offset = example * classes;
    let sum = 0;
    for (let index = 0; index < classes; index++) sum += probabilities[offset + index];
    const share = probabilities[offset + labels[example]] / sum;
    sums.loss -= Math.log(Math.min(Math.max(share, CLIP), 1 - CLIP));
    if (largest(probabilities, offset, classes) === labels[example]) sums.correct++;
    if (gradient !== undefined && !(share < CLIP || share > 1 - CLIP)) {
      gradient.fill(1 / (sum * count), offset, offset + classes);
      gradient[offset + labels[example]] -= 1 / (share * sum * count);
    }
  }
  return sums;
}

/** Mean categorical cross-entropy of `probabilities` [batch, classes] as a differentiable scalar; `onSums` receives the
 *  batch's sums. One read-back replaces some thirty small operations a step. */
export function crossEntropy(
  probabilities: tf.Tensor,
  labels: Uint8Array,
  onSums: (sums: BatchSums) => void,
): tf.Scalar {
  const [count, classes] = probabilities.shape;
  const operation = tf.customGrad((input) => {
    const gradient = new Float32Array(count * classes);
    const sums = batchCrossEntropy((input as tf.Tensor).dataSync(), labels, classes, gradient);
    onSums(sums);
    return {
      value: tf.scalar(sums.loss / count),
      gradFunc: (upstream) => upstream.mul(tf.tensor2d(gradient, [count, classes])),
    };
  });
  return operation(probabilities) as tf.Scalar;
}
