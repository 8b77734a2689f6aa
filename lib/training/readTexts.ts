import { schemeOfModel } from '../model';
import { writeCleanCrops } from '../preprocess';
import { boxesOf, checkReads, describeScheme, type Scheme } from '../scheme';
import type { Captcha } from '../data';
import type { tf } from '../tensorflow';
import { predictClasses } from './predictClasses';

export interface ReadTextsOptions {
  /** Factor on the pixels; the one the model was trained with. */
  readonly inputScale: number;
  /** The scheme that the model learnt; by default the one it carries (see `schemeOfModel`). */
  readonly learnt?: Scheme;
  /** The scheme of the pictures, where it is known: one that the model did not learn is refused. */
  readonly pictures?: Scheme;
}

/** The texts of whole pictures, read character by character from the boxes of the scheme that a model learnt: one for each picture.
 *  Throws RangeError when the model carries no scheme and none is given, when that has no boxes or is not the scheme of the pictures,
 *  naming both, or when a picture has another size. */
export function readTexts(
  model: tf.LayersModel,
  pictures: readonly Pick<Captcha, 'image'>[],
  { inputScale, learnt = schemeOfModel(model), pictures: scheme }: ReadTextsOptions,
): string[] {
  if (learnt === undefined) {
    throw new RangeError('readTexts: the model carries no scheme; pass the one that it learnt as `learnt`.');
  }
  const boxes = boxesOf(learnt, 'readTexts');
  if (scheme !== undefined) checkReads(learnt, scheme, { reader: 'readTexts: the network' });
  const other = pictures.find(({ image }) => image.width !== learnt.width || image.height !== learnt.height);
  if (other !== undefined) {
    throw new RangeError(
      `readTexts: a picture of ${other.image.width} x ${other.image.height} pixels is not of the scheme that the network learnt, ` +
        `${describeScheme(learnt)}. Use a network trained on pictures like these.`,
    );
  }
  if (pictures.length === 0) return [];
  const [{ width, height }] = boxes;
  const size = width * height;
  const pixels = new Uint8Array(pictures.length * boxes.length * size);
  pictures.forEach(({ image }, index) => {
    writeCleanCrops(image, learnt, { target: pixels, offset: index * boxes.length * size });
  });
  const { classes } = predictClasses(
    model,
    {
      count: pictures.length * boxes.length,
      width,
      height,
      read: (index, target, offset) => {
        target.set(pixels.subarray(index * size, (index + 1) * size), offset);
        return 0;
      },
    },
    { inputScale },
  );
  return pictures.map((_, index) =>
    Array.from(
      classes.subarray(index * boxes.length, (index + 1) * boxes.length),
      (found) => learnt.alphabet[found],
    ).join(''),
  );
}
