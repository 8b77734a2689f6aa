import type { Window } from './kernels';
import type { Stage } from './stage';

/** Largest value of each window, no padding. For the way back the places are noted: TensorFlow's plain gradient looks for them anew and
 *  takes three times as long. Ties: as TensorFlow's MaxPoolGrad. */
export function poolStage(window: Window): Stage {
  return {
    monotone: false,
    variables: [],
    forward(input, { kernels, wayBack }) {
      if (!wayBack) return { output: kernels.maxPool(input, window), backward: noWayBack };
      const [output, places] = kernels.maxPoolWithPlaces(input, window);
      return {
        output,
        backward: (dy) => ({ input: kernels.maxPoolGradient(input, dy, places, window), weights: [] }),
      };
    },
  };
}

function noWayBack(): never {
  throw new Error('poolStage: there is no way back from a pass that was begun without `wayBack`.');
}
