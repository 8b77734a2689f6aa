import { z } from 'zod';
import { checkScheme, type Scheme } from '../scheme';

/** A count out of n. */
interface Count {
  readonly correct: number;
  readonly n: number;
}

/** What a trained recognizer is; kept in its model's file. */
export interface RecognizerCard {
  readonly kind: 'recognizer';
  readonly scheme: Scheme;
  /** Labelled pictures it learnt from. */
  readonly labels: number;
  /** Batches of training. */
  readonly steps: number;
  readonly seed: number;
  /** The reader that it went on from; absent where it began from nothing. */
  readonly from?: string;
  /** Readings with less confidence are not sure. 0 to 1. */
  readonly notSureBelow: number;
  /** What it read right of pictures that it did not learn from. */
  readonly measured: { readonly characters: Count; readonly texts: Count };
  /** The command that makes it. */
  readonly madeBy: string;
}

const whole = z.int().min(0);
const count = z
  .strictObject({ correct: whole, n: z.int().min(1) })
  .refine(({ correct, n }) => correct <= n, { error: 'correct must be at most n' });

const scheme = z.unknown().transform((value, context): Scheme => {
  try {
    return checkScheme(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

/** What a recognizer's card must be. */
export const recognizerCardSchema: z.ZodType<RecognizerCard> = z.strictObject({
  kind: z.literal('recognizer'),
  scheme,
  labels: z.int().min(1),
  steps: whole,
  seed: z.int(),
  from: z.string().optional(),
  notSureBelow: z.number().min(0).max(1),
  measured: z.strictObject({ characters: count, texts: count }),
  madeBy: z.string(),
});
