import { z } from 'zod';
import type { Scheme } from '../scheme';
import type { LabelsFor } from './labelsFor';
import type { TextJudgement } from './judgeTexts';

/** What a reader of so many labels came to. */
export interface StrengthRow extends TextJudgement {
  readonly labels: number;
  /** Batches it learnt for. */
  readonly steps: number;
  /** Spent on its training, on the clock and of the processor. */
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** How strong a CAPTCHA was found to be. */
export interface StrengthResult {
  readonly format: 'captcha-lab strength 1';
  readonly scheme: Scheme;
  readonly seed: number;
  /** The reader that all went on from; absent where they began from nothing. */
  readonly from?: string;
  /** Pictures in the folder, those of them that were left out, and those identical to another. */
  readonly files: number;
  readonly leftOut: number;
  readonly identical: number;
  /** Pictures kept aside. */
  readonly aside: number;
  /** Numbers of labels that readers were to learn from, in ascending order. */
  readonly wanted: readonly number[];
  /** Those that are done. */
  readonly rows: readonly StrengthRow[];
  readonly labelsFor: readonly LabelsFor[];
  /** What tells this run from others: SHA-256 of scheme, seed, pictures with their labels, numbers of labels and start. */
  readonly run: string;
}

const share = z.object({ correct: z.int(), n: z.int() });

/** What a result's file must hold. */
export const strengthResultSchema = z.object({
  format: z.literal('captcha-lab strength 1'),
  run: z.string(),
  wanted: z.array(z.int()),
  rows: z.array(
    z.object({
      labels: z.int(),
      steps: z.int(),
      seconds: z.number(),
      processorSeconds: z.number(),
      characters: share,
      texts: share,
      answered: share,
      notSureBelow: z.number(),
    }),
  ),
});
