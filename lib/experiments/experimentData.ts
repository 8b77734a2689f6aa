import type { CharacterSet, Split } from '../data';

/** The characters that experiments train on and are measured on. */
export interface ExperimentData {
  /** For titles and results: `real data`, `generated data` or `own data`. */
  readonly name: string;
  /** The characters of the CAPTCHAs. */
  readonly set: CharacterSet;
  /** The report's own division of them, where they are the report's. */
  readonly reportSplit?: Split | undefined;
  /** What the experiment 'emnist' trains on. */
  readonly handwriting?: { readonly name: string; readonly set: CharacterSet } | undefined;
}
