import { checkGrey } from './checkGrey';
import type { GreyImage } from './greyImage';

/** The image's values as rows of numbers, top row first; the reverse of `fromRows`. */
export function toRows(image: GreyImage): number[][] {
  checkGrey('toRows', image);
  return Array.from({ length: image.height }, (_, y) =>
    Array.from(image.data.subarray(y * image.width, (y + 1) * image.width)),
  );
}
