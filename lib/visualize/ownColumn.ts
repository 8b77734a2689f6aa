import { tf } from '../tensorflow';

/** Value `columns[i]` of row i of `rows` [n, m], as [n]; differentiable. (tfjs's oneHot refuses m = 1.) @internal */
export function ownColumn(rows: tf.Tensor, columns: ArrayLike<number>): tf.Tensor1D {
  const [count, width] = rows.shape;
  const mask = new Float32Array(count * width);
  for (let row = 0; row < count; row++) mask[row * width + columns[row]] = 1;
  return tf.tidy(() =>
    rows
      .mul(tf.tensor2d(mask, [count, width]))
      .sum(1)
      .as1D(),
  );
}
