import { PRECISION_CHOICES, type PrecisionChoice } from '../kernels';
import type { ExperimentName } from './experiment';

/** How much of the report's sizes and training a run takes. */
export type ProfileName = 'quick' | 'narrow' | 'study' | 'paper';

/** A profile scales layer widths and epochs, and nothing else: batch size, learning rates, data and seed are the
 *  report's in all of them. */
export interface Profile {
  readonly name: ProfileName;
  /** How long a notebook takes with it, in words. */
  readonly duration: string;
  /** Fraction of the report's layer widths. */
  readonly width: number;
  /** Epochs of a main training. */
  readonly epochs: number;
  /** Epochs of a training that only shows whether a network learns at all. */
  readonly shortEpochs: number;
  /** Epochs of each of the report's experiments. An epoch of 'augmented' and 'final' has 27 times the examples, of
   *  'emnist' 14 times. */
  readonly experimentEpochs: Readonly<Record<ExperimentName, number>>;
  /** Examples a step. */
  readonly batchSize: number;
  /** Seed of first weights, shuffles, dropout and splits. */
  readonly seed: number;
  /** What convolutions and products are done in; float32 unless `profileFromEnvironment` says otherwise. */
  readonly precision: PrecisionChoice;
}

const REPORT = { batchSize: 10, seed: 1, precision: 'float32' } as const;

/** The report does not say how many epochs 'augmented' and 'final' had. */
const REPORT_EPOCHS = {
  adam: 100,
  sgd: 100,
  dropout25: 500,
  dropout50: 500,
  smaller: 500,
  bigger: 500,
  emnist: 100,
  augmented: 20,
  final: 20,
} as const;

/** 'quick' narrows the networks; 'narrow' takes the same networks through the report's epochs; 'study' keeps the report's widths and takes the first epochs only, for with dropout of 50%
 *  a narrow network waits too long before it learns at all: a run in 'study' is the beginning of the same run in 'paper', and
 *  can be held against the report's own curve epoch by epoch. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  quick: {
    ...REPORT,
    name: 'quick',
    duration: 'minutes',
    width: 1 / 4,
    epochs: 24,
    shortEpochs: 3,
    experimentEpochs: {
      adam: 6,
      sgd: 24,
      dropout25: 24,
      dropout50: 24,
      smaller: 12,
      bigger: 6,
      emnist: 2,
      augmented: 6,
      final: 6,
    },
  },
  narrow: {
    ...REPORT,
    name: 'narrow',
    duration: 'hours',
    width: 1 / 4,
    epochs: 100,
    shortEpochs: 20,
    experimentEpochs: REPORT_EPOCHS,
  },
  study: {
    ...REPORT,
    name: 'study',
    duration: 'hours',
    width: 1,
    epochs: 12,
    shortEpochs: 3,
    experimentEpochs: {
      adam: 5,
      sgd: 12,
      dropout25: 12,
      dropout50: 12,
      smaller: 5,
      bigger: 6,
      emnist: 1,
      augmented: 1,
      final: 1,
    },
  },
  paper: {
    ...REPORT,
    name: 'paper',
    duration: 'a night and more',
    width: 1,
    epochs: 100,
    shortEpochs: 20,
    experimentEpochs: REPORT_EPOCHS,
  },
};

/** The profile that the variable CAPTCHA_PROFILE names, `quick` when it is unset or empty, with the precision that CAPTCHA_PRECISION names,
 *  `auto` when that is. Throws RangeError for any other value. */
export function profileFromEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Profile {
  const name = environment.CAPTCHA_PROFILE?.trim() || 'quick';
  if (!Object.hasOwn(PROFILES, name)) {
    throw new RangeError(
      `CAPTCHA_PROFILE must be one of ${Object.keys(PROFILES).join(', ')}, got ${JSON.stringify(name)}.`,
    );
  }
  return { ...PROFILES[name as ProfileName], precision: precisionFromEnvironment(environment) };
}

/** The precision that the variable CAPTCHA_PRECISION names; `auto` when it is unset or empty. Throws RangeError for any other value. */
export function precisionFromEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): PrecisionChoice {
  const name = environment.CAPTCHA_PRECISION?.trim() || 'auto';
  const precision = PRECISION_CHOICES.find((choice) => choice === name);
  if (precision === undefined) {
    throw new RangeError(
      `CAPTCHA_PRECISION must be one of ${PRECISION_CHOICES.join(', ')}, got ${JSON.stringify(name)}.`,
    );
  }
  return precision;
}
