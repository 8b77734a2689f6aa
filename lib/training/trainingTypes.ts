import type { ExampleSource } from '../data';
import type { Precision, PrecisionChoice } from '../kernels';
import type { Predictions } from './predictClasses';

/** 'sgd' is plain gradient descent without momentum; 'adam' has Keras's defaults (0.9, 0.999, 1e-7). */
export interface OptimizerOptions {
  readonly kind: 'sgd' | 'adam';
  /** Step size, above 0. The report: 1e-4 for sgd, 1e-3 for adam. */
  readonly learningRate: number;
  /** Epochs over which the step size falls to 0 by half a cosine, at least as many as the run has; it stays as it is without.
   *  Source: Loshchilov and Hutter 2017, SGDR, equation 5 without restarts. */
  readonly decayEpochs?: number;
}

/** One line of a training history. */
export interface EpochEntry {
  /** From 1. */
  readonly epoch: number;
  /** Means over the epoch's batches as they were seen, dropout on, weights moving: as Keras reports them. */
  readonly loss: number;
  readonly accuracy: number;
  /** On the validation source after the epoch, dropout off. */
  readonly valLoss: number;
  readonly valAccuracy: number;
  /** On the test source after the epoch, when there is one. */
  readonly testLoss?: number;
  readonly testAccuracy?: number;
  /** Training examples a second, validation left out. */
  readonly examplesPerSecond: number;
  /** Seconds the epoch took, validation included. */
  readonly seconds: number;
}

/** Where a run stands. */
export interface TrainingProgress {
  /** Epoch being trained, from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** Batches done in this epoch. */
  readonly batch: number;
  readonly batches: number;
  /** Means over this epoch's batches so far. */
  readonly loss: number;
  readonly accuracy: number;
  readonly examplesPerSecond: number;
  /** Estimate for the rest of the run, validation included. */
  readonly secondsLeft: number;
}

/** What is wrong with a run, in words a reader can act on.
 *  'diverged': the loss is NaN or infinite. 'dead': every example gets one class and nothing moves.
 *  'slow': every example still gets one class after many epochs, though the loss falls. */
export interface Diagnosis {
  readonly kind: 'diverged' | 'dead' | 'slow';
  /** Epoch in which it was noticed, from 1. */
  readonly epoch: number;
  readonly message: string;
}

export interface CheckpointOptions {
  readonly file: string;
  /** Examples within an epoch after which it is written again; 10,000 by default. */
  readonly everyExamples?: number;
}

export interface TrainOptions {
  readonly train: ExampleSource;
  readonly validation: ExampleSource;
  /** Measured after each epoch like `validation`, and used for nothing: neither the best epoch nor a diagnosis. */
  readonly test?: ExampleSource;
  readonly optimizer: OptimizerOptions;
  /** Examples a step; the last batch of an epoch holds what is left. */
  readonly batchSize: number;
  /** Epochs in all, those of a checkpoint included. */
  readonly epochs: number;
  /** Factor on the pixels: 1 leaves them 0–255 as the report did, 1/255 brings them to 0–1. */
  readonly inputScale: number;
  /** What convolutions and products are done in; 'float32' by default. 'auto' takes 'bfloat16' where the processor has instructions for it
   *  and is faster so, and the precision of the checkpoint where there is one; see `choosePrecision`. A network of another kind than
   *  the report's has 'float32' only. */
  readonly precision?: PrecisionChoice;
  /** Seed of the shuffles and dropout masks; a whole number. */
  readonly seed: number;
  /** Written after every epoch, and within one after every so many examples; continued from when the file is there. */
  readonly checkpoint?: CheckpointOptions;
  /** Called after batches, at most `progressPerSecond` times a second, and after each epoch's last batch. */
  readonly onProgress?: (progress: TrainingProgress) => void;
  /** 5 by default. */
  readonly progressPerSecond?: number;
  /** Called after each epoch, when its checkpoint is written. */
  readonly onEpoch?: (entry: EpochEntry) => void;
  /** Called when a diagnosis is made, and again when a network that was slow is found dead or diverged. */
  readonly onWarning?: (message: string) => void;
  /** Ends the run after the current batch; what the unfinished epoch learned stays in the model. */
  readonly signal?: AbortSignal;
  /** Ends the run when it is found diverged or dead; false by default. */
  readonly stopWhenDead?: boolean;
  /** Clock in milliseconds, `performance.now` by default. Only times depend on it. */
  readonly now?: () => number;
}

export interface TrainingResult {
  readonly history: readonly EpochEntry[];
  /** Epoch with the highest validation accuracy, the first of equals: the figure the report quotes.
   *  Undefined when no epoch was completed. */
  readonly best: EpochEntry | undefined;
  readonly last: EpochEntry | undefined;
  /** True when `signal` ended the run. */
  readonly interrupted: boolean;
  readonly diagnosis: Diagnosis | undefined;
  /** Predictions for the validation source after the last completed epoch; empty when none was completed here. */
  readonly validation: Predictions;
  /** Epochs taken over from the checkpoint, 0 without one. */
  readonly resumedEpochs: number;
  /** What convolutions and products were done in. */
  readonly precision: Precision;
}
