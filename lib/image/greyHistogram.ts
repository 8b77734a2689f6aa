import type { GreyImage } from './greyImage';

/** How many pixels have each grey value: 256 counts, index 0 black to 255 white. */
export function greyHistogram(image: GreyImage): Uint32Array {
  const counts = new Uint32Array(256);
  for (const value of image.data) counts[value]++;
  return counts;
}
