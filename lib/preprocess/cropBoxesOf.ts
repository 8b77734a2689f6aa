import { crop, type Box, type GreyImage } from '../image';

/** Cuts `boxes` from a picture, in their order. Throws RangeError when one leaves the picture. */
export function cropBoxesOf(image: GreyImage, boxes: readonly Box[]): GreyImage[] {
  return boxes.map((box) => crop(image, box));
}
