import type { Recognizer, RecognizerProgress } from '../recognizer';
import type { tf } from '../tensorflow';
import type { AsideSplit } from './setAside';
import type { StrengthRow } from './strengthResult';

/** How far a measurement is. */
export interface StrengthProgress extends RecognizerProgress {
  readonly labels: number;
  /** Estimated for all that is left to be trained. */
  readonly secondsLeft: number;
}

export interface MeasureStrengthOptions {
  readonly split: Pick<AsideSplit, 'train' | 'aside'>;
  /** Numbers of labels, in ascending order, at most as many as there are to learn from. */
  readonly counts: readonly number[];
  readonly seed: number;
  /** Rows of an earlier call, which are not measured again. */
  readonly done?: readonly StrengthRow[];
  /** Seconds of training in all, those of `done` included; no limit by default. */
  readonly seconds?: number;
  /** Batches for a number of labels, at most; `trainingSteps` by default. */
  readonly stepsOf?: (labels: number) => number;
  /** Fraction of the network's widths, 1 by default. */
  readonly width?: number;
  /** A reader to go on from; by default all begin from nothing. */
  readonly from?: Recognizer;
  /** Clocks: milliseconds, and seconds of the processor's work. */
  readonly now: () => number;
  readonly processor: () => number;
  /** File in which a training in progress is kept, by its number of labels, and what the run is. */
  readonly checkpoint?: { readonly fileOf: (labels: number) => string; readonly run: string };
  readonly onProgress?: (progress: StrengthProgress) => void;
  /** Called with each reader and its row; the model is disposed when its promise is settled. */
  readonly onRow?: (row: StrengthRow, model: tf.LayersModel) => Promise<void>;
  readonly signal?: AbortSignal;
}
