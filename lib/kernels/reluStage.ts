import type { Stage } from './stage';

/** max(x, 0); its gradient is 0 where the result is 0. NaN may become 0: oneDNN's kernel has it so. */
export function reluStage(): Stage {
  return {
    monotone: true,
    variables: [],
    forward(input, { kernels }) {
      const output = kernels.relu(input);
      return { output, backward: (dy) => ({ input: kernels.reluGradient(dy, output), weights: [] }) };
    },
  };
}
