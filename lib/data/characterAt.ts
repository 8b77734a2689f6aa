import { greyImage, type GreyImage } from '../image';
import type { CharacterSet } from './characterSet';

/** Example `index` of `set` as a picture of its own (the pixels are copied).
 *  Throws RangeError for an index outside the set. */
export function characterAt(set: CharacterSet, index: number): GreyImage {
  if (!Number.isInteger(index) || index < 0 || index >= set.count) {
    throw new RangeError(
      `characterAt: index must be a whole number from 0 to ${set.count - 1}, got ${index}.`,
    );
  }
  const size = set.width * set.height;
  return greyImage(set.width, set.height, set.pixels.slice(index * size, (index + 1) * size));
}
