import type { GreyImage } from '../image';
import { cropBoxesOf } from '../preprocess';
import { REPORT } from './report';

/** Cuts the five characters, 21 x 38 each, left to right, from a cleaned CAPTCHA (`preprocess(image).clean`).
 *  Throws RangeError when the image is too small for the boxes. */
export function cropCharacters(clean: GreyImage): GreyImage[] {
  return cropBoxesOf(clean, REPORT.boxes);
}
