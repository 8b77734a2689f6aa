import { z } from 'zod';
import { READER_ARMS } from './readerPiece';
import { readRecorded } from './readRecorded';

const whole = z.int().min(0);
const countSchema = z
  .strictObject({ correct: whole, n: z.int().min(1) })
  .refine(({ correct, n }) => correct <= n, { error: 'correct must be at most n' });

/** What one way of learning came to, over the CAPTCHAs that were kept aside. */
const armSchema = z.strictObject({
  arm: z.enum(READER_ARMS),
  /** Labelled CAPTCHAs that it learnt from; null for as many as the arm can have: all of a fold's training part for 'tuned' and
   *  'real', none for 'generated' and 'unlabelled'. */
  labels: whole.nullable(),
  /** Folds measured, from 1. */
  folds: z.array(z.int().min(1)),
  characters: countSchema,
  captchas: countSchema,
  /** The same with the names of LABEL_ERRORS corrected. */
  corrected: z.strictObject({ characters: countSchema, captchas: countSchema }),
  /** CAPTCHAs right in the folds that nothing was designed on, by names as they are and corrected; null where there are none. */
  outsideDevelopment: z.strictObject({ captchas: countSchema, corrected: countSchema }).nullable(),
  /** Training, median over the folds; 0 for 'generated', which is trained once. */
  seconds: z.number().min(0),
});

const readingSchema = z.strictObject({
  /** The file's name. */
  label: z.string(),
  read: z.string(),
  confidence: z.number().min(0).max(1),
  characters: z.array(z.number().min(0).max(1)),
});

const acceptedSchema = z.strictObject({
  /** Least confidence of the accepted, 0 to 1; null when none can be. */
  threshold: z.number().nullable(),
  accepted: whole,
  wrong: whole,
  n: z.int().min(1),
});

const calibratedSchema = z.strictObject({
  arm: z.enum(['generated', 'unlabelled', 'tuned']),
  /** One a fold, each fitted on the other folds' CAPTCHAs; 1 throughout for an arm that may see no label. */
  temperatures: z.array(z.number().positive()),
  /** Readings that are wrong by corrected names. */
  wrong: whole,
  /** Expected calibration error over ten bins, 0 to 1, by corrected names; for CAPTCHAs by the names as they are, too. Nearly all
   *  readings are right and in the last bin, so it says little more than that. */
  errorOfCaptchas: z.number().min(0).max(1),
  errorOfCaptchasByName: z.number().min(0).max(1),
  errorOfCharacters: z.number().min(0).max(1),
  /** The most CAPTCHAs of which at most 0.1% are wrong, in hindsight: by the names as they are, and by corrected ones. */
  accepted: acceptedSchema,
  acceptedCorrected: acceptedSchema,
  /** What is accepted when each fold's limit is found on the other folds, by corrected names. */
  acceptedAcrossFolds: acceptedSchema.omit({ threshold: true }),
  /** All CAPTCHAs, in the folds' order. */
  readings: z.array(readingSchema),
});

const transferSchema = z.strictObject({
  source: z.enum(['scratch', 'handwriting', 'generated']),
  /** Labelled CAPTCHAs learnt from, five characters each. */
  labels: whole,
  folds: z.array(z.int().min(1)),
  /** Characters. */
  correct: whole,
  n: z.int().min(1),
});

const knobSchema = z.strictObject({
  /** Names of the knobs turned; none for the generator as it is. */
  knobs: z.array(z.string()),
  /** Whether the reader learnt from pictures drawn with these knobs. */
  adapted: z.boolean(),
  characters: countSchema,
  captchas: countSchema,
});

const disagreementSchema = z.strictObject({
  label: z.string(),
  read: z.string(),
  /** What name and reading leave unexplained of the picture, see `fitText`. */
  misfitOfLabel: z.number(),
  misfitOfRead: z.number(),
});

/** Results of the readers of whole CAPTCHAs on the report's set. */
export const readerResultsSchema = z.strictObject({
  folds: z.int().min(2),
  seed: z.int(),
  /** CAPTCHAs that were looked at while the readers were designed: the first fold's. */
  development: z.int().min(0),
  arms: z.array(armSchema),
  /** CAPTCHAs that a tuned reader, which had not seen them, reads otherwise than they are named. */
  disagreements: z.array(disagreementSchema),
  calibrated: z.array(calibratedSchema),
  transfer: z.array(transferSchema),
  defence: z.array(knobSchema),
});

/** What is on record of the readers of whole CAPTCHAs. */
export type ReaderResults = z.infer<typeof readerResultsSchema>;

/** File of the recorded results, in the results' folder. */
export const READER_RESULTS = 'reader.json';

/** Opens data/results/reader.json, or the same in another folder of results. Throws RangeError naming the file when it is
 *  damaged, the system's error when it is not there, and RangeError without `folder` outside of the project. */
export function openReaderResults(
  where: { readonly folder?: string; readonly from?: string } = {},
): Promise<ReaderResults> {
  const which = {
    caller: 'openReaderResults',
    name: READER_RESULTS,
    schema: readerResultsSchema,
    holds: "the readers' results",
    remedy: 'npm run readers -- summary',
  };
  return readRecorded(which, where);
}
