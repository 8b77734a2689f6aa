import type { TrainOptions, TrainingProgress } from './trainingTypes';

/** Sums over an epoch's batches so far. */
export interface EpochSums {
  loss: number;
  correct: number;
  examples: number;
}

/** Turns the sums of a running epoch into progress reports, at most so many a second. */
export interface ProgressMeter {
  /** To be called as each epoch's batches begin, or go on when `secondsSpent` were spent on it before. */
  startEpoch(secondsSpent?: number): void;
  /** To be called after each batch. */
  batch(epoch: number, batch: number, sums: EpochSums): void;
  /** To be called when the epoch's batches, then when its validation are through; `seconds` since startEpoch. */
  seconds(): number;
  endEpoch(): void;
}

/** A validation example costs about a third of a training one: forward only. */
const VALIDATION_SHARE = 1 / 3;

export function createProgressMeter(options: TrainOptions, now: () => number): ProgressMeter {
  const { train, validation, batchSize, epochs, onProgress, progressPerSecond = 5 } = options;
  const batches = Math.ceil(train.count / batchSize);
  const validationWork = validation.count * VALIDATION_SHARE;
  let epochStart = 0;
  let reported = -Infinity;
  let worked = 0;
  let workedSeconds = 0;
  const seconds = (): number => (now() - epochStart) / 1000;

  return {
    seconds,
    startEpoch(secondsSpent = 0) {
      epochStart = now() - 1000 * secondsSpent;
    },
    batch(epoch, batch, { loss, correct, examples }) {
      const time = now();
      if (onProgress === undefined) return;
      if (batch < batches && time - reported < 1000 / progressPerSecond) return;
      reported = time;
      const secondsPerExample = (workedSeconds + seconds()) / (worked + examples);
      const work =
        train.count - examples + validationWork + (epochs - epoch) * (train.count + validationWork);
      const progress: TrainingProgress = {
        epoch,
        epochs,
        batch,
        batches,
        loss: loss / examples,
        accuracy: correct / examples,
        examplesPerSecond: examples / Math.max(seconds(), 1e-9),
        secondsLeft: work * secondsPerExample,
      };
      onProgress(progress);
    },
    endEpoch() {
      worked += train.count + validationWork;
      workedSeconds += seconds();
    },
  };
}
