import { CAPTCHA_LENGTH } from '../report';
import { type Captcha, type Fold } from '../data';
import { cloneModel } from '../model';
import { createRandom, deriveSeed } from '../random';
import {
  buildReader,
  readerSet,
  selectCaptchas,
  selfTrain,
  trainReader,
  tuneReader,
  type ReaderSet,
} from '../reader';
import type { tf } from '../tensorflow';

/** Ways of learning, see `ReaderArm`. */
export const READER_ARMS = ['generated', 'unlabelled', 'tuned', 'real'] as const;

/** What a reader learns from, beside or instead of generated pictures:
 *  'generated': nothing else; 'unlabelled': real pictures without their labels; 'tuned': real ones with labels;
 *  'real': labelled real pictures only, from first weights on. */
export type ReaderArm = (typeof READER_ARMS)[number];

/** One piece of the reader's study. */
export interface ReaderPiece {
  readonly arm: ReaderArm;
  /** Fold whose CAPTCHAs are kept aside, from 0. */
  readonly fold: number;
  /** Labelled CAPTCHAs to learn from, the first of the fold's in shuffled order; all by default. */
  readonly labels?: number;
}

/** Folds of the study, by CAPTCHA. */
export const READER_FOLDS = { folds: 5, seed: 1 } as const;

/** From scratch by real pictures alone: Adam's rate, and batches. Where characters stand is not known of them; for the warm-up
 *  they are taken to stand evenly, 24 pixels each, which is wrong by half a character at the end and enough to leave the plateau of
 *  blanks (without it the loss stayed at 15.6 for 500 batches). Speech recognition calls this a flat start. */
export const SCRATCH = { steps: 900, learningRate: 1e-3, batchSize: 32, moreCurves: 0.5 } as const;

export interface TrainReaderPieceOptions {
  readonly captchas: readonly Captcha[];
  readonly fold: Fold;
  /** A reader trained on generated pictures; not modified. */
  readonly base: tf.LayersModel;
  /** Drawn pictures without noise. */
  readonly drawn: ReaderSet;
  readonly signal?: AbortSignal;
  readonly log?: (line: string) => void;
}

/** Trains the reader of one piece; the fold's test CAPTCHAs are not looked at. The caller disposes it. The seed of order, noise and
 *  choice is the fold's number and one. */
export async function trainReaderPiece(
  { arm, fold: number, labels }: ReaderPiece,
  { captchas, fold, base, drawn, signal, log }: TrainReaderPieceOptions,
): Promise<tf.LayersModel> {
  const seed = number + 1;
  const shuffled = createRandom(deriveSeed(seed, 'labels')).shuffle([...fold.train]);
  const chosen = shuffled.slice(0, labels ?? shuffled.length);
  const model = arm === 'real' ? buildReader({ seed }) : await cloneModel(base);
  const onProgress = ({ step, steps, loss }: { step: number; steps: number; loss: number }): void =>
    log?.(`step ${step} of ${steps}, loss ${loss.toFixed(4)}`);
  const options = { seed, signal, onProgress };
  try {
    if (arm === 'unlabelled') {
      const images = chosen.map((index) => captchas[index].image);
      await selfTrain(model, {
        ...options,
        images,
        drawn,
        onRound: ({ round, taken }) =>
          log?.(`round ${round + 1}: sure of ${taken.length} of ${images.length}`),
      });
    } else if (arm !== 'generated' && chosen.length > 0) {
      const real = selectCaptchas(readerSet(captchas), chosen);
      if (arm === 'tuned') await tuneReader(model, { ...options, real, drawn });
      else {
        const { moreCurves, ...recipe } = SCRATCH;
        await trainReader(model, {
          ...options,
          ...recipe,
          sources: [{ set: { ...real, centres: evenCentres(real.count) }, share: 1, curves: moreCurves }],
        });
      }
    }
    return model;
  } catch (error) {
    model.dispose();
    throw error;
  }
}

/** Middle of the first character and distance to the next, in pixels, of texts whose widths are not known. */
const FIRST = 40;
const STEP = 24;

function evenCentres(count: number): Float32Array {
  return Float32Array.from({ length: count * CAPTCHA_LENGTH }, (_, index) => {
    return FIRST + STEP * (index % CAPTCHA_LENGTH);
  });
}
