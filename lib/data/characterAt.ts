import { checkWhole } from '../checks';
import { greyImage, type GreyImage } from '../image';
import type { CharacterSet } from './characterSet';

/** Example `index` of `set` as a picture of its own (the pixels are copied).
 *  Throws RangeError for an index outside the set. */
export function characterAt(set: CharacterSet, index: number): GreyImage {
  checkWhole('characterAt', { index }, 0, set.count - 1);
  const size = set.width * set.height;
  return greyImage(set.width, set.height, set.pixels.slice(index * size, (index + 1) * size));
}
