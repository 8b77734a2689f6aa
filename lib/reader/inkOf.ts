import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import { background } from '../generator';
import type { GreyImage } from '../image';

/** Pixels of a CAPTCHA. */
export const CAPTCHA_PIXELS = CAPTCHA_HEIGHT * CAPTCHA_WIDTH;

let paper: GreyImage | undefined;

/** How much ink lies on each pixel of a CAPTCHA, 0 (paper) to 255 (black), row-major: the generator's background, which is
 *  always the same, is divided out, ink = 255 (1 - grey / background), rounded; what is lighter than the background counts as
 *  paper. Throws RangeError when the picture is not 200 x 50. */
export function inkOf(image: GreyImage): Uint8Array {
  if (image.width !== CAPTCHA_WIDTH || image.height !== CAPTCHA_HEIGHT) {
    throw new RangeError(
      `inkOf: a CAPTCHA must be ${CAPTCHA_WIDTH} x ${CAPTCHA_HEIGHT} (width x height), got ${image.width} x ${image.height}; ` +
        'crop or scale the picture first.',
    );
  }
  paper ??= background();
  const behind = paper.data;
  const ink = new Uint8Array(CAPTCHA_PIXELS);
  for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) {
    ink[pixel] = Math.round(255 * Math.max(0, 1 - image.data[pixel] / behind[pixel]));
  }
  return ink;
}
