import { checkWhole } from '../checks';
import { beamSearch, ctcLikelihood, type ColumnProbabilities } from '../ctc';
import { ALPHABET, CAPTCHA_HEIGHT, CAPTCHA_LENGTH, CAPTCHA_WIDTH } from '../report';
import type { GreyImage } from '../image';
import { tf } from '../tensorflow';
import { CAPTCHA_PIXELS, inkOf } from './inkOf';
import { undistort } from './undistort';

/** What was read from one CAPTCHA. */
export interface Reading {
  readonly text: string;
  /** Probability of the text among those of five characters that the reader weighs (at most 16), 0 to 1: given that the picture holds
   *  such a text. Of noise or of another kind of picture it says nothing. */
  readonly confidence: number;
  /** Probability of each character, the others being as read. */
  readonly characters: readonly number[];
  /** For each place the probabilities of all characters there, in the alphabet's order, the others being as read. */
  readonly distributions: readonly (readonly number[])[];
}

export interface ReadCaptchasOptions {
  /** Scores are divided by it before the softmax; found on pictures kept aside, so that confidences can be taken at their word.
   *  1 by default. */
  readonly temperature?: number;
  /** Pictures at a time, 32 by default. */
  readonly batchSize?: number;
}

/** Reads CAPTCHAs with a model that `buildReader` made and something trained.
 *  Throws RangeError when a picture is not 200 x 50 or an option out of range. */
export function readCaptchas(
  model: tf.LayersModel,
  images: readonly GreyImage[],
  { temperature = 1, batchSize = 32 }: ReadCaptchasOptions = {},
): Reading[] {
  if (!(temperature > 0 && Number.isFinite(temperature))) {
    throw new RangeError(`readCaptchas: temperature must be a number above 0, got ${temperature}.`);
  }
  checkWhole('readCaptchas', { batchSize }, 1);
  const readings: Reading[] = [];
  for (let from = 0; from < images.length; from += batchSize) {
    const some = images.slice(from, from + batchSize);
    for (const columns of columnProbabilities(model, some.map(inkOf), temperature))
      readings.push(readColumns(columns));
  }
  return readings;
}

/** The network's input for pictures given as ink 0 to 255: distortion undone, 0 to 1. @internal */
export function readerInput(inks: readonly Uint8Array[]): Float32Array {
  const input = new Float32Array(inks.length * CAPTCHA_PIXELS);
  inks.forEach((ink, index) => {
    const text = undistort(ink);
    for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) {
      input[index * CAPTCHA_PIXELS + pixel] = text[pixel] / 255;
    }
  });
  return input;
}

/** The network's probabilities for pictures given as ink 0 to 255. @internal */
export function columnProbabilities(
  model: tf.LayersModel,
  inks: readonly Uint8Array[],
  temperature: number,
): ColumnProbabilities[] {
  const input = readerInput(inks);
  return tf.tidy(() => {
    const images = tf.tensor4d(input, [inks.length, CAPTCHA_HEIGHT, CAPTCHA_WIDTH, 1]);
    const scores = model.apply(images, { training: false }) as tf.Tensor3D;
    const [, steps, classes] = scores.shape;
    const all = scores.div<tf.Tensor3D>(temperature).softmax().dataSync() as Float32Array;
    const size = steps * classes;
    return inks.map((_, index) => ({ steps, classes, values: all.slice(index * size, (index + 1) * size) }));
  });
}

/** The text, of those the beam search offers, with the largest exact probability, and how sure that is. Empty, with confidence 0,
 *  when none of five characters was found. */
export function readColumns(columns: ColumnProbabilities): Reading {
  const candidates = beamSearch(columns, { length: CAPTCHA_LENGTH });
  const logs = candidates.map((labels) => ctcLikelihood(columns, labels));
  const best = logs.indexOf(Math.max(...logs));
  if (best < 0) return { text: '', confidence: 0, characters: [], distributions: [] };
  const labels = candidates[best];
  const total = logs.reduce((sum, log) => sum + Math.exp(log - logs[best]), 0);
  const distributions = labels.map((label, place) => {
    const weights = Array.from(ALPHABET, (_, other) =>
      other === label ? 1 : Math.exp(ctcLikelihood(columns, labels.with(place, other)) - logs[best]),
    );
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return weights.map((weight) => weight / sum);
  });
  return {
    text: labels.map((label) => ALPHABET[label]).join(''),
    confidence: 1 / total,
    characters: distributions.map((shares, place) => shares[labels[place]]),
    distributions,
  };
}
