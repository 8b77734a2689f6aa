import type { tf } from '../tensorflow';
import type { Stage } from './stage';

/** [batch, inputs] times `weights` [inputs, units]. */
export function denseStage(weights: tf.Variable): Stage {
  return {
    monotone: false,
    variables: [weights],
    forward(input, { kernels }) {
      const matrix = kernels.variable(weights);
      return {
        output: kernels.matMul(input, matrix),
        backward: (dy, wantsInput) => ({
          ...(wantsInput && { input: kernels.matMul(dy, matrix, 'b') }),
          weights: [[weights, kernels.matMul(input, dy, 'a')]],
        }),
      };
    },
  };
}
