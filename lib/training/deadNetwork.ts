import type { Predictions } from './predictClasses';
import type { Diagnosis, OptimizerOptions } from './trainingTypes';

/** Epochs in a row that a dead network is watched before it is called so. */
export const DEAD_EPOCHS = 3;
/** Epochs in a row that a network may give one class while its loss falls. */
export const SLOW_EPOCHS = 10;

/** What the watch remembers from epoch to epoch; part of a checkpoint. */
export interface Watch {
  /** Epochs in a row, up to the last, in which every validation example got the same class. */
  readonly oneClassEpochs: number;
  /** Of these, epochs in a row in which nothing moved. */
  readonly stillEpochs: number;
  /** Lowest training loss so far; null at the start. */
  readonly lowestLoss: number | null;
}

export const FIRST_WATCH: Watch = { oneClassEpochs: 0, stillEpochs: 0, lowestLoss: null };

export interface Observation {
  readonly epoch: number;
  readonly loss: number;
  readonly valLoss: number;
  readonly predictions: Predictions;
  readonly optimizer: OptimizerOptions;
  readonly inputScale: number;
}

/** Looks at an epoch and says what is wrong, if anything.
 *  diverged: a loss is NaN or infinite. dead: for three epochs in a row every validation example got one class and
 *  either the probabilities did not depend on the picture (no class's differed by 1e-4 between pictures) or the
 *  training loss set no new low. slow: one class for ten epochs in a row although the loss falls. A network
 *  that is merely slow to start has varying probabilities and a falling loss and is left alone until then. */
export function watchEpoch(
  watch: Watch,
  observation: Observation,
): { watch: Watch; diagnosis: Diagnosis | undefined } {
  const { epoch, loss, valLoss, predictions, optimizer } = observation;
  const remedy =
    observation.inputScale === 1
      ? `the inputs are raw 0–255 values, for which a learning rate of ${optimizer.learningRate} with ${optimizer.kind} is likely too high; ` +
        'scale them to 0–1 (inputScale 1/255) or lower the rate'
      : `the learning rate of ${optimizer.learningRate} with ${optimizer.kind} is likely too high; lower it, or try another seed`;
  if (!Number.isFinite(loss) || !Number.isFinite(valLoss)) {
    const message = `Epoch ${epoch}: the loss is ${Number.isFinite(loss) ? valLoss : loss}, the network has diverged: ${remedy}.`;
    return { watch, diagnosis: { kind: 'diverged', epoch, message } };
  }
  const oneClass = distinct(predictions.classes) === 1 && distinct(predictions.truth) > 1;
  const still =
    oneClass && (spread(predictions) < 1e-4 || (watch.lowestLoss !== null && loss >= watch.lowestLoss));
  const next: Watch = {
    oneClassEpochs: oneClass ? watch.oneClassEpochs + 1 : 0,
    stillEpochs: still ? watch.stillEpochs + 1 : 0,
    lowestLoss: Math.min(loss, watch.lowestLoss ?? Infinity),
  };
  const given = `every validation example has got class ${predictions.classes[0]}`;
  if (next.stillEpochs >= DEAD_EPOCHS) {
    const message = `Epoch ${epoch}: for ${next.stillEpochs} epochs ${given} and nothing moves, the network is dead: ${remedy}.`;
    return { watch: next, diagnosis: { kind: 'dead', epoch, message } };
  }
  if (next.oneClassEpochs >= SLOW_EPOCHS) {
    const message =
      `Epoch ${epoch}: for ${next.oneClassEpochs} epochs ${given}, though the loss falls: ` +
      `the network learns next to nothing; the learning rate of ${optimizer.learningRate} is likely too low.`;
    return { watch: next, diagnosis: { kind: 'slow', epoch, message } };
  }
  return { watch: next, diagnosis: undefined };
}

function distinct(classes: Uint8Array): number {
  return new Set(classes).size;
}

/** The most that any class's probability differs between two examples. */
function spread({ classes, probabilities }: Predictions): number {
  const count = probabilities.length / classes.length;
  let widest = 0;
  for (let index = 0; index < count; index++) {
    let low = Infinity;
    let high = -Infinity;
    for (let at = index; at < probabilities.length; at += count) {
      low = Math.min(low, probabilities[at]);
      high = Math.max(high, probabilities[at]);
    }
    widest = Math.max(widest, high - low);
  }
  return widest;
}
