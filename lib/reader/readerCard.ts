import { z } from 'zod';

/** What a trained reader is; kept in its model's file. */
export interface ReaderCard {
  /** A name: `reader-generated`. */
  readonly reader: string;
  /** What it learnt from, in words. */
  readonly data: string;
  /** Pictures drawn for it, and real CAPTCHAs with and without label that it saw. */
  readonly drawn: number;
  readonly labelled: number;
  readonly unlabelled: number;
  /** Batches, and pictures in each. */
  readonly steps: number;
  readonly batchSize: number;
  readonly seed: number;
  /** Scores are divided by it before the softmax, so that confidences can be taken at their word. */
  readonly temperature: number;
  /** Readings with less confidence are not sure: better no answer than that one. 0 to 1. */
  readonly notSureBelow: number;
  /** What it read right of pictures that it did not learn from. */
  readonly measured: readonly {
    readonly data: string;
    readonly characters: Count;
    readonly captchas: Count;
  }[];
  /** The command that makes it. */
  readonly madeBy: string;
}

interface Count {
  readonly correct: number;
  readonly n: number;
}

const whole = z.int().min(0);
const share = z
  .strictObject({ correct: whole, n: z.int().min(1) })
  .refine(({ correct, n }) => correct <= n, { error: 'correct must be at most n' });

/** What a reader's card must be. */
export const readerCardSchema: z.ZodType<ReaderCard> = z.strictObject({
  reader: z.string().min(1),
  data: z.string(),
  drawn: whole,
  labelled: whole,
  unlabelled: whole,
  steps: whole,
  batchSize: z.int().min(1),
  seed: z.int(),
  temperature: z.number().positive(),
  notSureBelow: z.number().min(0).max(1),
  measured: z.array(z.strictObject({ data: z.string(), characters: share, captchas: share })),
  madeBy: z.string(),
});
