import type { Dropout } from '../model';
import type { Stage } from './stage';

/** The layer's dropout, by its own masks. */
export function dropoutStage(layer: Dropout): Stage {
  return {
    monotone: false,
    variables: [],
    forward(input, { kernels, maskSeed }) {
      if (maskSeed === undefined || layer.rate === 0) {
        return { output: input, backward: (dy) => ({ input: dy, weights: [] }) };
      }
      const mask = kernels.dropoutMask(input, maskSeed(layer), 1 - layer.rate);
      return {
        output: kernels.multiply(input, mask),
        backward: (dy) => ({ input: kernels.multiply(dy, mask), weights: [] }),
      };
    },
  };
}
