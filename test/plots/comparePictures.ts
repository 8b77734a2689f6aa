import type { RgbaImage } from 'captcha-lab/image';
import { rgbaImage } from 'captcha-lab/image';

/** How far two pictures are apart. */
export interface PictureDifference {
  /** Mean distance of their red, green and blue, 0 to 255. */
  readonly mean: number;
  /** Share of pixels of which one of these is more than `MUCH` apart. */
  readonly share: number;
}

/** A distance that is seen: an edge that moved by a small part of a pixel stays below it. */
const MUCH = 64;

/** Compares pictures of one size, transparency aside. Throws RangeError when sizes differ. */
export function comparePictures(one: RgbaImage, other: RgbaImage): PictureDifference {
  if (one.width !== other.width || one.height !== other.height) {
    throw new RangeError(
      `comparePictures: sizes differ, ${one.width} x ${one.height} and ${other.width} x ${other.height}.`,
    );
  }
  let sum = 0;
  let much = 0;
  for (let byte = 0; byte < one.data.length; byte += 4) {
    const apart = [0, 1, 2].map((channel) => Math.abs(one.data[byte + channel] - other.data[byte + channel]));
    sum += apart[0] + apart[1] + apart[2];
    if (Math.max(...apart) > MUCH) much++;
  }
  const pixels = one.data.length / 4;
  return { mean: sum / (3 * pixels), share: much / pixels };
}

/** The picture at half its size: each pixel the mean of four. An odd last row or column is left out. */
export function halved({ width, height, data }: RgbaImage): RgbaImage {
  const small = rgbaImage(Math.floor(width / 2), Math.floor(height / 2));
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        const at = (dx: number, dy: number): number =>
          data[4 * ((2 * y + dy) * width + 2 * x + dx) + channel];
        const sum = at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1);
        small.data[4 * (y * small.width + x) + channel] = Math.round(sum / 4);
      }
    }
  }
  return small;
}
