import { checkGrey } from './checkGrey';
import { greyImage, type GreyImage } from './greyImage';

/** Swaps dark and light: each value v becomes 255 - v. */
export function invert(image: GreyImage): GreyImage {
  checkGrey('invert', image);
  return greyImage(
    image.width,
    image.height,
    image.data.map((value) => 255 - value),
  );
}
