import { checkGrey } from './checkGrey';
import { checkOptions } from './checkOptions';
import type { GreyImage } from './greyImage';
import { warpByMap } from './warpByMap';
import { createWarpMap, type AffineMatrix } from './createWarpMap';

export interface WarpAffineOptions {
  /** Where source points go: see `AffineMatrix`; `rotationMatrix` makes one. */
  matrix: AffineMatrix;
  /** Grey value of what comes from outside the image. Default: 255, paper. */
  border?: number;
  /** Size of the result. Default: the image's. */
  width?: number;
  height?: number;
}

/** Moves the image's points by `matrix`, mixing the four nearest source pixels (bilinear).
 *  Throws RangeError when the matrix cannot be inverted or an option is out of range.
 *  Source: report V.C. Equals OpenCV 4.10's warpAffine with a constant border byte for byte: coordinates in 1/32
 *  pixel, weights in 2^-15, sums rounded to the nearest. */
export function warpAffine(image: GreyImage, options: WarpAffineOptions): GreyImage {
  checkGrey('warpAffine', image);
  checkOptions('warpAffine', options, '{ matrix: rotationMatrix(…) }');
  const { matrix, border = 255, width = image.width, height = image.height } = options;
  const map = createWarpMap({ matrix, sourceWidth: image.width, sourceHeight: image.height, width, height });
  return warpByMap(image, { map, border });
}
