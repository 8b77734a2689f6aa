import type { Stage } from './stage';

/** [batch, …] as [batch, values]. */
export function flattenStage(values: number): Stage {
  return {
    monotone: false,
    variables: [],
    forward: (input, { kernels }) => ({
      output: kernels.reshape(input, [-1, values]),
      backward: (dy) => ({ input: kernels.reshapeLike(dy, input), weights: [] }),
    }),
  };
}
