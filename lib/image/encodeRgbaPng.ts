import { checkRgba } from './checkRgba';
import { pngFile } from './pngFile';
import type { RgbaImage } from './rgbaImage';

const COLOUR_WITH_ALPHA = 6;

/** The image as the bytes of an 8-bit RGBA PNG file; lossless. */
export function encodeRgbaPng(image: RgbaImage): Buffer {
  checkRgba('encodeRgbaPng', image);
  const { width, height, data } = image;
  // Each row begins with a byte that names its filter: 0, none.
  const rows = Buffer.alloc(height * (1 + 4 * width));
  for (let y = 0; y < height; y++) {
    rows.set(data.subarray(4 * y * width, 4 * (y + 1) * width), y * (1 + 4 * width) + 1);
  }
  return pngFile(rows, { width, height, colourType: COLOUR_WITH_ALPHA });
}
