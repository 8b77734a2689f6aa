import type { TrainingHistory } from '../plots';
import type { EpochEntry } from '../training';

/** The columns of a training history, as `trainingCurves` draws them. */
export function curvesOf(history: readonly EpochEntry[]): TrainingHistory {
  return {
    loss: history.map(({ loss }) => loss),
    accuracy: history.map(({ accuracy }) => accuracy),
    validationLoss: history.map(({ valLoss }) => valLoss),
    validationAccuracy: history.map(({ valAccuracy }) => valAccuracy),
  };
}
