import type { tf } from '../tensorflow';
import type { Stage } from './stage';

/** Adds `bias` to the last axis. */
export function biasStage(bias: tf.Variable): Stage {
  return {
    monotone: true,
    variables: [bias],
    forward: (input, { kernels }) => ({
      output: kernels.addBias(input, kernels.variable(bias)),
      backward: (dy) => ({ input: dy, weights: [[bias, kernels.biasGradient(dy)]] }),
    }),
  };
}
