import { crop, type GreyImage } from '../image';
import { cropBoxes } from './cropBoxes';

/** Cuts the five characters, 21 x 38 each, left to right, from a cleaned CAPTCHA (`preprocess(image).clean`).
 *  Throws RangeError when the image is too small for the boxes. */
export function cropCharacters(clean: GreyImage): GreyImage[] {
  return cropBoxes().map((box) => crop(clean, box));
}
