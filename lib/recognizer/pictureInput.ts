import type { GreyImage } from '../image';
import type { InputSize } from './inputSize';
import { scalePlane } from './scalePlane';

/** Share of the pixels that may be beyond the strongest value: single dots must not press all others together. */
const BEYOND = 0.01;

/** What the network sees of a picture: each pixel's brightness against the border's, -1 to 1, turned so that what differs from the border
 *  is positive on the whole. So ink is high, be it dark on light or light on dark, faint or strong. Scaled to `size`.
 *  Returns size.height x size.width values, row-major. A picture of one grey gives zeros. */
export function pictureInput(image: GreyImage, size: InputSize): Float32Array {
  const border = borderGrey(image);
  const ink = Float32Array.from(image.data, (grey) => border - grey);
  const sign = ink.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
  const most = ink.map(Math.abs).sort()[Math.floor((ink.length - 1) * (1 - BEYOND))];
  const factor = most === 0 ? 0 : sign / most;
  return scalePlane(
    ink.map((value) => Math.max(-1, Math.min(1, value * factor))),
    image,
    size,
  );
}

/** Median of the outermost pixels. */
function borderGrey({ width, height, data }: GreyImage): number {
  const values: number[] = [];
  for (let x = 0; x < width; x++) values.push(data[x], data[(height - 1) * width + x]);
  for (let y = 1; y < height - 1; y++) values.push(data[y * width], data[y * width + width - 1]);
  return values.sort((a, b) => a - b)[values.length >> 1];
}
