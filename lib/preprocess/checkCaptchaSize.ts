import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../data';
import type { GreyImage } from '../image';

/** Throws RangeError unless the image is 200 x 50. @internal */
export function checkCaptchaSize({ width, height }: GreyImage): void {
  if (width !== CAPTCHA_WIDTH || height !== CAPTCHA_HEIGHT) {
    throw new RangeError(
      `preprocess: the image must be ${CAPTCHA_WIDTH} x ${CAPTCHA_HEIGHT} pixels, ` +
        `got ${width} x ${height}; resize it first.`,
    );
  }
}
