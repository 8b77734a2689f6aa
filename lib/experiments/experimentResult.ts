import type { Scheme } from '../scheme';
import type { Diagnosis, OptimizerOptions } from '../training';
import type { Experiment } from './experiment';
import type { ProfileName } from './profile';

/** Version of the files; a reader refuses others. */
export const RESULT_FORMAT = 'captcha-lab result 1';

/** Which run: an experiment, a profile and a seed. */
export interface RunName {
  readonly experiment: string;
  readonly profile: ProfileName;
  readonly seed: number;
  /** Where the characters are divided as the report's authors did; absent with a seeded division. */
  readonly split?: 'report';
}

/** Curves, one number an epoch. Null stands for a loss that is NaN or infinite. */
export interface ResultHistory {
  readonly loss: readonly (number | null)[];
  readonly accuracy: readonly number[];
  readonly valLoss: readonly (number | null)[];
  readonly valAccuracy: readonly number[];
  /** Absent where the experiment is itself measured on the test set. */
  readonly testLoss?: readonly (number | null)[];
  readonly testAccuracy?: readonly number[];
  readonly examplesPerSecond: readonly number[];
  readonly seconds: readonly number[];
}

/** A count of right answers after an epoch. */
export interface MeasuredEpoch {
  readonly epoch: number;
  readonly correct: number;
  readonly n: number;
}

/** One run, as it is kept in a results folder. */
export interface ExperimentResult {
  readonly format: typeof RESULT_FORMAT;
  readonly run: RunName;
  /** True when all epochs of the profile are done, or the run ended early because its network died. */
  readonly complete: boolean;
  /** Everything that decides the outcome, spelt out. */
  readonly config: Pick<
    Experiment,
    'batchSize' | 'inputScale' | 'trainOn' | 'augmentation' | 'measureOn' | 'splitBy' | 'stopWhenDead'
  > & {
    readonly network: string;
    /** Fraction of the report's layer widths. */
    readonly width: number;
    readonly parameters: number;
    readonly optimizer: OptimizerOptions;
    readonly epochs: number;
    /** Of the seeded division; with 'report' it decides nothing. */
    readonly splitSeed: number;
    /** Of products and convolutions; absent in results of before there was a choice: float32. */
    readonly precision?: 'float32' | 'bfloat16';
  };
  readonly data: {
    /** `real data`, `generated data` or `own data`. */
    readonly name: string;
    readonly captchas: number;
    /** Of the CAPTCHAs; absent in results of before there were others: the report's. */
    readonly scheme?: Scheme;
    /** Of the characters cut from the CAPTCHAs; see `fingerprint`. */
    readonly fingerprint: string;
    /** Of the handwriting, where it was trained on, and what it is. */
    readonly handwriting?: { readonly name: string; readonly fingerprint: string };
    /** Examples a training epoch has, and examples measured. */
    readonly training: number;
    readonly measured: number;
  };
  readonly versions: Readonly<Record<'captchaLab' | 'node' | 'tfjs' | 'tensorflow', string>> & {
    /** Of the repository, where it was run in a clone and git is there. */
    readonly commit?: string;
  };
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGiB: number;
    /** Threads TensorFlow shares an operation among; their number decides the last digits of every sum. */
    readonly threads?: number;
    readonly platform: string;
  };
  readonly history: ResultHistory;
  /** Epoch of the highest accuracy, the first of equals: what the report quotes. */
  readonly best: MeasuredEpoch;
  readonly last: MeasuredEpoch;
  readonly diagnosis: Pick<Diagnosis, 'kind' | 'epoch'> | null;
  /** After the last epoch: a row per true class, a column per predicted one. */
  readonly confusion: readonly (readonly number[])[];
  /** After the last epoch, where whole CAPTCHAs are measured: how many were read in all five characters, and how many right
   *  characters each position had. */
  readonly captchas?: {
    readonly correct: number;
    readonly n: number;
    readonly positions: readonly number[];
  };
  /** Spent on all epochs, measuring included. */
  readonly seconds: number;
  /** The most memory the process that finished the run has held. */
  readonly peakMemoryMiB: number;
}
