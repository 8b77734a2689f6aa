import { checkWhole } from '../checks';

/** A colour image with transparency. `data` is row-major, `height * width * 4` bytes in the order red, green,
 *  blue, alpha; colours are not multiplied by alpha. Operations never modify the image they are given. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Bytes a pixel, which tells a colour picture from a grey one. */
  readonly channels: 4;
}

/** Wraps `data` (not copied; fully transparent when left out) as an RGBA image of `width` x `height` pixels.
 *  Throws RangeError when a side is no whole number of at least 1 or `data` has another length. */
export function rgbaImage(
  width: number,
  height: number,
  data: Uint8Array = new Uint8Array(width * height * 4),
): RgbaImage {
  checkWhole('rgbaImage', { width, height }, 1);
  if (data.length !== width * height * 4) {
    throw new RangeError(
      `rgbaImage: data must hold width * height * 4 = ${width * height * 4} bytes, got ${data.length}.`,
    );
  }
  return { width, height, data, channels: 4 };
}
