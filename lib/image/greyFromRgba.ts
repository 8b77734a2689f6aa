import { greyImage, type GreyImage } from './greyImage';

// 0.299, 0.587 and 0.114 in units of 2^-15; they sum to 2^15, so grey input stays as it is.
const RED = 9798;
const GREEN = 19235;
const BLUE = 3735;
const HALF = 1 << 14;

/** Grey values of a colour picture: (9798 R + 19235 G + 3735 B + 2^14) >> 15, which is 0.299 R + 0.587 G + 0.114 B
 *  in the fixed-point rounding of OpenCV's cvtColor.
 *  rgba: width x height x 4 bytes, row-major; alpha is ignored (a transparent pixel keeps its colour).
 *  Throws RangeError when `rgba` has another length. */
export function greyFromRgba(width: number, height: number, rgba: Uint8Array): GreyImage {
  if (rgba.length !== width * height * 4) {
    throw new RangeError(
      `greyFromRgba: rgba must hold width * height * 4 = ${width * height * 4} bytes, got ${rgba.length}.`,
    );
  }
  const data = new Uint8Array(width * height);
  for (let pixel = 0, byte = 0; pixel < data.length; pixel++, byte += 4) {
    data[pixel] = greyOf(rgba[byte], rgba[byte + 1], rgba[byte + 2]);
  }
  return greyImage(width, height, data);
}

/** Grey of one colour, as `greyFromRgba` gives it. @internal */
export function greyOf(red: number, green: number, blue: number): number {
  return (RED * red + GREEN * green + BLUE * blue + HALF) >> 15;
}
