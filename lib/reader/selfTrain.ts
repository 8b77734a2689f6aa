import { CAPTCHA_LENGTH, classOf } from '../report';
import type { GreyImage } from '../image';
import type { tf } from '../tensorflow';
import { CAPTCHA_PIXELS, inkOf } from './inkOf';
import { readCaptchas } from './readCaptchas';
import type { ReaderSet } from './readerSet';
import { tuneReader, type TuneReaderOptions } from './tuneReader';

export interface SelfTrainOptions extends Omit<TuneReaderOptions, 'real'> {
  /** Pictures that nobody labelled. */
  readonly images: readonly GreyImage[];
  /** Readings count as labels from this confidence on, one threshold for each round; by default 0.9, then 0.5: in the second
   *  round it knows more. */
  readonly sureFrom?: readonly number[];
  /** Called after each round's reading with how many readings were taken as labels. */
  readonly onRound?: (round: { readonly round: number; readonly taken: readonly number[] }) => void;
}

/** Tunes a reader, in place, on pictures without labels: it reads them, takes what it is sure of as labels, is tuned on them, and
 *  so again. Throws RangeError without images, for a threshold out of range, when it is sure of nothing, and as `tuneReader` does.
 *  Source: Lee 2013 (pseudo-labels), with a threshold. */
export async function selfTrain(
  model: tf.LayersModel,
  { images, sureFrom = [0.9, 0.5], onRound, ...options }: SelfTrainOptions,
): Promise<void> {
  if (images.length === 0)
    throw new RangeError('selfTrain: images must hold at least one picture, got none.');
  const wrong = sureFrom.find((threshold) => !(threshold >= 0 && threshold <= 1));
  if (sureFrom.length === 0 || wrong !== undefined) {
    throw new RangeError(
      `selfTrain: sureFrom must be confidences from 0 to 1, got [${sureFrom.join(', ')}].`,
    );
  }
  const inks = images.map(inkOf);
  for (const [round, threshold] of sureFrom.entries()) {
    const readings = readCaptchas(model, images);
    const taken = readings.flatMap(({ text, confidence }, index) =>
      text !== '' && confidence >= threshold ? [index] : [],
    );
    if (taken.length === 0) {
      throw new RangeError(
        `selfTrain: in round ${round + 1} no reading of ${images.length} had a confidence of ${threshold}; ` +
          'train the reader on drawn pictures first, or lower sureFrom.',
      );
    }
    onRound?.({ round, taken });
    const real: ReaderSet = {
      count: taken.length,
      ink: new Uint8Array(taken.length * CAPTCHA_PIXELS),
      labels: new Uint8Array(taken.length * CAPTCHA_LENGTH),
    };
    taken.forEach((index, rank) => {
      real.ink.set(inks[index], rank * CAPTCHA_PIXELS);
      real.labels.set(Array.from(readings[index].text, classOf), rank * CAPTCHA_LENGTH);
    });
    await tuneReader(model, { ...options, real, seed: options.seed + round });
    if (options.signal?.aborted) return;
  }
}
