import type { tf } from '../tensorflow';
import type { Stage } from './stage';

/** First layer of a network on pictures of one channel: convolution by `filter` [rows, columns, 1, filters] and `bias`, as one product
 *  with the matrix of `patchRows`, the bias being the weight of its last row. TensorFlow's kernels for convolutions are made for many
 *  channels. It gives no gradient by the picture.
 *  size: [height, width] of what comes out. */
export function patchStage(
  filter: tf.Variable,
  bias: tf.Variable,
  { size }: { size: readonly [number, number] },
): Stage {
  const [rows, columns, , filters] = filter.shape as [number, number, number, number];
  const places = rows * columns;
  return {
    monotone: false,
    variables: [filter, bias],
    forward(table, { kernels }) {
      const weights = kernels.stack(
        kernels.reshape(kernels.variable(filter), [places, filters]),
        kernels.reshape(kernels.variable(bias), [1, filters]),
      );
      return {
        output: kernels.reshape(kernels.matMul(table, weights, 'a'), [-1, ...size, filters]),
        backward(dy) {
          const both = kernels.matMul(table, kernels.reshape(dy, [-1, filters]));
          return {
            weights: [
              [filter, kernels.reshape(kernels.rows(both, 0, places), filter.shape)],
              [bias, kernels.reshape(kernels.rows(both, places, 1), bias.shape)],
            ],
          };
        },
      };
    },
  };
}
