import type { Stage } from '../kernels';

/** [batch, height, width, channels] as [batch, width, height, channels]. */
export function columnsStage(): Stage {
  const order = [0, 2, 1, 3];
  return {
    monotone: false,
    variables: [],
    forward: (input, { kernels }) => ({
      output: kernels.transpose(input, order),
      backward: (dy) => ({ input: kernels.transpose(dy, order), weights: [] }),
    }),
  };
}

/** [batch, …] as [batch, …shape]. */
export function reshapeStage(shape: readonly number[]): Stage {
  return {
    monotone: false,
    variables: [],
    forward: (input, { kernels }) => ({
      output: kernels.reshape(input, [-1, ...shape]),
      backward: (dy) => ({ input: kernels.reshapeLike(dy, input), weights: [] }),
    }),
  };
}
