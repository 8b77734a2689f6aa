import type { OptimizerOptions } from './trainingTypes';
import { halfCosine } from './warmUpAndDecay';

/** Step size of a run that has made `steps` steps, of `stepsPerEpoch` an epoch: the optimiser's learning rate, or what `decayEpochs` has
 *  left of it. */
export function learningRateAt(
  { learningRate, decayEpochs }: OptimizerOptions,
  { steps, stepsPerEpoch }: { readonly steps: number; readonly stepsPerEpoch: number },
): number {
  if (decayEpochs === undefined) return learningRate;
  const done = Math.min(1, steps / (decayEpochs * stepsPerEpoch));
  return learningRate * halfCosine(done);
}
