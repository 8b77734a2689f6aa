import { greyImage, type GreyImage } from '../image';

/** Side of EMNIST's pictures, and width and height of the characters cut from CAPTCHAs. */
const SIDE = 28;
const WIDTH = 21;
const HEIGHT = 38;

const COLUMNS = nearest(SIDE, WIDTH);
const ROWS = nearest(SIDE, HEIGHT);

/** An EMNIST picture as the report used it: upright, 21 x 38, dark on white.
 *  pixels: 784 bytes of the official files, white on black, stored column after column (transposed); not modified.
 *  Nearest neighbour as Pillow's resize does it, which differs from OpenCV's (`resize`): it samples at pixel
 *  centres. Throws RangeError for another number of bytes. */
export function convertEmnistImage(pixels: Uint8Array): GreyImage {
  if (pixels.length !== SIDE * SIDE) {
    throw new RangeError(`convertEmnistImage: pixels must be ${SIDE * SIDE} bytes, got ${pixels.length}.`);
  }
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) data[y * WIDTH + x] = 255 - pixels[COLUMNS[x] * SIDE + ROWS[y]];
  }
  return greyImage(WIDTH, HEIGHT, data);
}

/** Source index of each of `to` indices. The position is summed step by step, as Pillow does: where a centre falls
 *  on the border of two pixels, the rounding of that sum decides. */
function nearest(from: number, to: number): Uint8Array {
  const step = from / to;
  const sources = new Uint8Array(to);
  let position = step / 2;
  for (let index = 0; index < to; index++) {
    sources[index] = Math.trunc(position);
    position += step;
  }
  return sources;
}
