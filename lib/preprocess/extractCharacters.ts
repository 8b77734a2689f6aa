import { CAPTCHA_LENGTH, classOf, type Captcha, type CharacterSet } from '../data';
import { CROP_HEIGHT, CROP_WIDTH } from './cropBoxes';
import { writeCleanCrops } from './writeCleanCrops';

/** Preprocesses CAPTCHAs and packs their characters: example 5 i + p is character p of CAPTCHA i.
 *  Throws RangeError, naming the file, when an image is not 200 x 50 or a label is not five characters of the
 *  alphabet. Source: report IV. */
export function extractCharacters(captchas: readonly Captcha[]): CharacterSet {
  const count = captchas.length * CAPTCHA_LENGTH;
  const size = CROP_WIDTH * CROP_HEIGHT;
  const pixels = new Uint8Array(count * size);
  const labels = new Uint8Array(count);
  captchas.forEach(({ file, label, image }, index) => {
    const classes = label.split('').map(classOf);
    if (classes.length !== CAPTCHA_LENGTH || classes.includes(-1)) {
      throw new RangeError(
        `extractCharacters: ${file}: label must be ${CAPTCHA_LENGTH} characters of the alphabet, got "${label}".`,
      );
    }
    labels.set(classes, index * CAPTCHA_LENGTH);
    try {
      writeCleanCrops(image, pixels, index * CAPTCHA_LENGTH * size);
    } catch (error) {
      throw error instanceof RangeError
        ? new RangeError(`extractCharacters: ${file}: ${error.message}`)
        : error;
    }
  });
  return {
    count,
    width: CROP_WIDTH,
    height: CROP_HEIGHT,
    pixels,
    labels,
    captcha: Int32Array.from({ length: count }, (_, example) => Math.floor(example / CAPTCHA_LENGTH)),
    position: Uint8Array.from({ length: count }, (_, example) => example % CAPTCHA_LENGTH),
  };
}
