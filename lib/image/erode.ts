import { checkWhole } from '../checks';
import { checkGrey } from './checkGrey';
import { greyImage, type GreyImage } from './greyImage';
import { kernelPasses, type MorphologyOptions, type Offset } from './kernel';

/** Erosion: each pixel becomes the smallest value under the kernel. It grows black, so it thickens dark strokes.
 *  Border: pixels outside the image never win; where the kernel sees none inside, the result is 255.
 *  Throws RangeError for a kernel without a 1, with other values than 0 and 1, or of unequal rows, and for
 *  `iterations` that is no whole number. Source: report IV; equals OpenCV's erode with its default border. */
export function erode(
  image: GreyImage,
  { kernel = { rows: 3, columns: 3 }, iterations = 1 }: MorphologyOptions = {},
): GreyImage {
  checkGrey('erode', image);
  checkWhole('erode', { iterations }, 0);
  const passes = kernelPasses(kernel, 'erode');
  let data: Uint8Array = new Uint8Array(image.data);
  for (let iteration = 0; iteration < iterations; iteration++) {
    for (const offsets of passes) data = smallest(data, image.width, image.height, offsets);
  }
  return greyImage(image.width, image.height, data);
}

function smallest(data: Uint8Array, width: number, height: number, offsets: readonly Offset[]): Uint8Array {
  const result = new Uint8Array(data.length).fill(255);
  for (const { dy, dx } of offsets) {
    const firstX = Math.max(0, -dx);
    const endX = Math.min(width, width - dx);
    for (let y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
      const shift = dy * width + dx;
      for (let at = y * width + firstX; at < y * width + endX; at++) {
        const value = data[at + shift];
        if (value < result[at]) result[at] = value;
      }
    }
  }
  return result;
}
