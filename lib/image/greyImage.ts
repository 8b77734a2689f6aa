import { checkWhole } from '../checks';

/** A grey image. `data` is row-major, `height * width` bytes, 0 (ink) to 255 (paper).
 *  Operations never modify the image they are given. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Bytes a pixel. It may be left out; a colour picture says 4, so that one is not taken for the other. */
  readonly channels?: 1;
}

/** Wraps `data` (not copied) as a grey image of `width` x `height` pixels.
 *  Throws RangeError when a side is no whole number of at least 1 or `data` has another length. */
export function greyImage(width: number, height: number, data: Uint8Array): GreyImage {
  checkWhole('greyImage', { width, height }, 1);
  if (data.length !== width * height) {
    throw new RangeError(
      `greyImage: data must hold width * height = ${width * height} bytes, got ${data.length}.`,
    );
  }
  return { width, height, data };
}
