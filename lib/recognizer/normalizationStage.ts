import type { Stage } from '../kernels';
import type { tf } from '../tensorflow';

/** What a batch normalisation measured of a batch, and the variables that keep the running values. */
export interface Measured<V> {
  readonly mean: V;
  readonly variance: V;
  readonly running: readonly [mean: tf.Variable, variance: tf.Variable];
}

interface NormalizationOptions {
  readonly scale: tf.Variable;
  readonly offset: tf.Variable;
  readonly mean: tf.Variable;
  readonly variance: tf.Variable;
  readonly epsilon: number;
}

/** Batch normalisation in training: by the batch's own mean and variance, which are handed to `onMeasured`. */
export function normalizationStage(
  { scale, offset, mean, variance, epsilon }: NormalizationOptions,
  onMeasured: (measured: Measured<unknown>) => void,
): Stage {
  return {
    monotone: false,
    variables: [scale, offset],
    forward(input, { kernels }) {
      const scales = kernels.variable(scale);
      const forward = kernels.batchNormalization(input, scales, kernels.variable(offset), epsilon);
      onMeasured({ mean: forward[1], variance: forward[2], running: [mean, variance] });
      return {
        output: forward[0],
        backward(dy) {
          const [byInput, byScale, byOffset] = kernels.batchNormalizationGradient(
            { x: input, scale: scales, forward, epsilon },
            dy,
          );
          return {
            input: byInput,
            weights: [
              [scale, byScale],
              [offset, byOffset],
            ],
          };
        },
      };
    },
  };
}
