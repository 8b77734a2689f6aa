import { checkWhole } from '../checks';
import { checkGrey } from './checkGrey';
import { checkOptions } from './checkOptions';
import { greyImage, type GreyImage } from './greyImage';

export interface ResizeOptions {
  /** Size of the result in pixels. */
  width: number;
  height: number;
}

/** Resizes by nearest neighbour: the pixel at column x comes from column floor(x * old width / new width), rows
 *  alike. Only values of the image occur in the result. Throws RangeError when a side is no whole number of at least 1.
 *  Equals OpenCV's INTER_NEAREST. */
export function resize(image: GreyImage, options: ResizeOptions): GreyImage {
  checkGrey('resize', image);
  checkOptions('resize', options, '{ width: 21, height: 38 }');
  const { width, height } = options;
  checkWhole('resize', { width, height }, 1);
  const columns = sources(image.width, width);
  const rows = sources(image.height, height);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = rows[y] * image.width;
    for (let x = 0; x < width; x++) data[y * width + x] = image.data[row + columns[x]];
  }
  return greyImage(width, height, data);
}

/** Source index of each of `to` indices. The step is 1 / (to / from), rounded twice, because OpenCV's is. */
function sources(from: number, to: number): Int32Array {
  const step = 1 / (to / from);
  return Int32Array.from({ length: to }, (_, index) => Math.min(Math.floor(index * step), from - 1));
}
