import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import { greyImage, type GreyImage } from '../image';

export interface BackgroundOptions {
  /** Size in pixels. Default 200 x 50. */
  width?: number;
  height?: number;
  /** Grey at the top left corner, 0 to 255. Default 192, Java's light grey. */
  from?: number;
  /** Grey at the bottom right corner. Default 255. */
  to?: number;
}

// Java2D reads a gradient from a table of 257 colours.
const STEPS = 256;

/** A CAPTCHA's background: a linear gradient along the diagonal from (0, 0) to (width, height). Pixel (x, y)
 *  has the colour of its top left corner. Source: Kaptcha's DefaultBackground, java.awt.GradientPaint.
 *  Throws RangeError for a grey outside 0 to 255. */
export function background({
  width = CAPTCHA_WIDTH,
  height = CAPTCHA_HEIGHT,
  from = 192,
  to = 255,
}: BackgroundOptions = {}): GreyImage {
  for (const [name, value] of [['from', from] as const, ['to', to] as const]) {
    if (!(value >= 0 && value <= 255)) {
      throw new RangeError(`background: ${name} must be a grey from 0 to 255, got ${value}.`);
    }
  }
  const image = greyImage(width, height, new Uint8Array(width * height));
  const square = width * width + height * height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const step = Math.floor((STEPS * (x * width + y * height)) / square);
      image.data[y * width + x] = Math.floor(from + ((to - from) * step) / STEPS);
    }
  }
  return image;
}
