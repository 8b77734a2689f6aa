import { checkWhole } from '../checks';
import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import type { GreyImage } from '../image';
import { tf } from '../tensorflow';
import type { ColumnProbabilities } from '../ctc';
import { inkOf } from './inkOf';
import { readerInput } from './readCaptchas';

/** A reader's scores for pictures, before softmax: count x steps x classes, row-major. */
export interface ReaderScores {
  readonly count: number;
  readonly steps: number;
  readonly classes: number;
  readonly values: Float32Array;
}

/** The scores of a reader for pictures of 200 x 50. batchSize: pictures at a time, 32 by default.
 *  Throws RangeError for another size, or a batchSize that is no whole number of at least 1. */
export function readerScores(
  model: tf.LayersModel,
  images: readonly GreyImage[],
  { batchSize = 32 }: { readonly batchSize?: number } = {},
): ReaderScores {
  checkWhole('readerScores', { batchSize }, 1);
  const [, steps, classes] = model.outputs[0].shape as [null, number, number];
  const values = new Float32Array(images.length * steps * classes);
  for (let from = 0; from < images.length; from += batchSize) {
    const some = images.slice(from, from + batchSize).map(inkOf);
    const scores = tf.tidy(() => {
      const input = tf.tensor4d(readerInput(some), [some.length, CAPTCHA_HEIGHT, CAPTCHA_WIDTH, 1]);
      return (model.apply(input, { training: false }) as tf.Tensor).dataSync();
    });
    values.set(scores, from * steps * classes);
  }
  return { count: images.length, steps, classes, values };
}

/** Probabilities of one picture's columns, scores divided by the temperature. Throws RangeError for a picture that is not there
 *  or a temperature that is no number above 0. */
export function columnsAt(
  { count, steps, classes, values }: ReaderScores,
  picture: number,
  temperature: number,
): ColumnProbabilities {
  checkWhole('columnsAt', { picture }, 0, count - 1);
  if (!(temperature > 0 && Number.isFinite(temperature))) {
    throw new RangeError(`columnsAt: temperature must be a number above 0, got ${temperature}.`);
  }
  const result = new Float64Array(steps * classes);
  for (let step = 0; step < steps; step++) {
    const from = (picture * steps + step) * classes;
    const row = values.subarray(from, from + classes);
    const most = row.reduce((one, other) => Math.max(one, other));
    let sum = 0;
    row.forEach((score, label) => {
      sum += result[step * classes + label] = Math.exp((score - most) / temperature);
    });
    for (let label = 0; label < classes; label++) result[step * classes + label] /= sum;
  }
  return { steps, classes, values: result };
}
