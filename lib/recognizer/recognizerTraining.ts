import type { LabelledInputs } from './labelledInputs';

/** How far a training is. */
export interface RecognizerProgress {
  readonly step: number;
  readonly steps: number;
  /** Share that is done, 0 to 1: of the steps, or of the seconds where those run out earlier. */
  readonly share: number;
  /** Mean CTC loss since the last report. */
  readonly loss: number;
  /** Spent so far, those before an interruption included. */
  readonly seconds: number;
}

export interface TrainRecognizerOptions {
  readonly pictures: LabelledInputs;
  /** Batches in all, at most. */
  readonly steps: number;
  /** Seconds in all, at most; none by default. The learning rate falls in step with whichever runs out first. */
  readonly seconds?: number;
  /** A clock in milliseconds, such as `performance.now`. */
  readonly now: () => number;
  /** Seconds of the processor's work so far; counted as none without. */
  readonly processor?: () => number;
  /** 32 by default. */
  readonly batchSize?: number;
  /** Adam's rate at its highest; it rises over the first twentieth and falls to 0 by half a cosine. 2e-3 by default. */
  readonly learningRate?: number;
  /** Order of the pictures, their variation, dropout; a whole number. */
  readonly seed: number;
  /** Where to keep how far it is, and how often; a later call with the same options goes on from there. `run` says which training it
   *  is: a checkpoint of another one is refused. */
  readonly checkpoint?: { readonly file: string; readonly everySeconds: number; readonly run: string };
  /** Called every `every` steps (20 by default). */
  readonly onProgress?: (progress: RecognizerProgress) => void;
  readonly every?: number;
  readonly signal?: AbortSignal;
}
