import type { NetworkSpec } from '../model';
import type { OptimizerOptions } from '../training';

/** The nine experiments of the report's sections V and VI. */
export type ExperimentName =
  'adam' | 'sgd' | 'dropout25' | 'dropout50' | 'smaller' | 'bigger' | 'emnist' | 'augmented' | 'final';

/** What the report says came out: the highest accuracy of any epoch. */
export interface Reported {
  /** From 0 to 1, as printed. */
  readonly accuracy: number;
  /** The count behind it, of n, where one gives that percentage. */
  readonly correct?: number;
  readonly n: number;
  /** Epoch of the highest accuracy, and accuracy after the last epoch, where the authors' record has them. */
  readonly epoch?: number;
  readonly lastAccuracy?: number;
}

/** One experiment, whole: with a profile and a seed it is a run that anyone can make again. */
export interface Experiment {
  /** Unique among experiments and audits: the name on the command line and in file names. */
  readonly name: string;
  /** The experiment of the report that it is, or varies; decides the epochs of a profile. */
  readonly base: ExperimentName;
  /** Where it is another recipe for the figure of that experiment, on the same characters: what `reported` says of it counts here too. */
  readonly recipeFor?: ExperimentName;
  /** Figure of the report with its curves. */
  readonly figure?: number;
  /** Epochs in every profile, where the recipe is made for so many; those of the profile without. */
  readonly epochs?: number;
  /** What it asks, one line. */
  readonly purpose: string;
  readonly network: NetworkSpec;
  readonly optimizer: OptimizerOptions;
  readonly batchSize: number;
  /** 1 leaves the pixels 0–255, as in the report. */
  readonly inputScale: number;
  /** 'emnist' is handwriting of the same 19 classes. */
  readonly trainOn: 'train' | 'train and validation' | 'emnist';
  /** Each training example in its 27 variants. */
  readonly augmentation: boolean;
  /** The set whose accuracy after each epoch is the experiment's curve. */
  readonly measureOn: 'validation' | 'test';
  /** What is divided into training, validation and test: characters or CAPTCHAs, by seed; or 'report', the characters as the report's
   *  authors divided them, which only their own pictures have: others are divided by character then. */
  readonly splitBy: 'report' | 'character' | 'captcha';
  /** 'fixed' gives all seeds the same division, 'seed' each its own. */
  readonly splitSeed: 'fixed' | 'seed';
  /** Ends the run when the network is found dead or diverging: for counting deaths, not for curves. */
  readonly stopWhenDead: boolean;
  readonly reported?: Reported;
}
