import { greyImage, type GreyImage } from './greyImage';
import { createWarpMap, type AffineMatrix, type WarpMap } from './warpMap';

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
 *  Source: report V.C. Equals OpenCV 4.10's warpAffine with a constant border byte for byte: coordinates in 1/32
 *  pixel, weights in 2^-15, sums rounded to the nearest. */
export function warpAffine(
  image: GreyImage,
  { matrix, border = 255, width = image.width, height = image.height }: WarpAffineOptions,
): GreyImage {
  const map = createWarpMap({ matrix, sourceWidth: image.width, sourceHeight: image.height, width, height });
  return warpByMap(image, { map, border });
}

export interface WarpByMapOptions {
  map: WarpMap;
  /** Grey value of what comes from outside the image. Default: 255, paper. */
  border?: number;
}

/** `warpAffine` with a map made before. Throws RangeError when the map is for another image size. */
export function warpByMap(image: GreyImage, { map, border = 255 }: WarpByMapOptions): GreyImage {
  const padded = new Uint8Array(image.data.length + 1);
  padded.set(image.data);
  padded[image.data.length] = border;
  const { taps, weights } = map;
  const data = new Uint8Array(map.width * map.height);
  for (let pixel = 0, slot = 0; pixel < data.length; pixel++, slot += 4) {
    const sum =
      padded[taps[slot]] * weights[slot] +
      padded[taps[slot + 1]] * weights[slot + 1] +
      padded[taps[slot + 2]] * weights[slot + 2] +
      padded[taps[slot + 3]] * weights[slot + 3];
    data[pixel] = (sum + (1 << 14)) >> 15;
  }
  return greyImage(map.width, map.height, data);
}
