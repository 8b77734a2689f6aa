import type { Captcha, CharacterSet } from '../data';
import { boxesOf, classIn, type Scheme } from '../scheme';
import { writeCleanCrops } from './writeCleanCrops';

/** Cleans pictures of a scheme with boxes and packs their characters: with n boxes, example n i + p is character p of picture i.
 *  Throws RangeError when the scheme has no boxes or, naming the file, when a picture has another size or its text is not n
 *  characters of the alphabet. */
export function cutCharacters(pictures: readonly Captcha[], scheme: Scheme): CharacterSet {
  const boxes = boxesOf(scheme, 'cutCharacters');
  const [{ width, height }] = boxes;
  const perPicture = boxes.length;
  const count = pictures.length * perPicture;
  const size = width * height;
  const pixels = new Uint8Array(count * size);
  const labels = new Uint8Array(count);
  pictures.forEach(({ file, label, image }, index) => {
    const classes = label.split('').map((character) => classIn(scheme.alphabet, character));
    if (classes.length !== perPicture || classes.includes(-1)) {
      throw new RangeError(
        `cutCharacters: ${file}: label must be ${perPicture} characters of scheme '${scheme.name}' (${scheme.alphabet}), got "${label}".`,
      );
    }
    labels.set(classes, index * perPicture);
    try {
      writeCleanCrops(image, scheme, { target: pixels, offset: index * perPicture * size });
    } catch (error) {
      throw error instanceof RangeError ? new RangeError(`cutCharacters: ${file}: ${error.message}`) : error;
    }
  });
  return {
    count,
    width,
    height,
    pixels,
    labels,
    captcha: Int32Array.from({ length: count }, (_, example) => Math.floor(example / perPicture)),
    position: Uint8Array.from({ length: count }, (_, example) => example % perPicture),
  };
}
