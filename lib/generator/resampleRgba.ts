import { rgbaImage, type RgbaImage } from '../image';

/** Where each pixel of a distorted image comes from. For output pixel i, `taps[4i … 4i + 3]` are the source
 *  pixels above left, above right, below left and below right of the sampled point (row-major index; width *
 *  height stands for a transparent pixel outside), and `right[i]`, `below[i]` its fractions, 0 to 1. */
export interface SamplingMap {
  readonly width: number;
  readonly height: number;
  readonly taps: Int32Array;
  readonly right: Float32Array;
  readonly below: Float32Array;
}

/** What lies beyond the border: the nearest pixel inside, or nothing (transparent). */
export type OutsidePixels = 'clamped' | 'transparent';

/** The sampling map of a distortion. `source(x, y)` gives the point that output pixel (x, y) is read from. */
export function samplingMap(
  width: number,
  height: number,
  outside: OutsidePixels,
  source: (x: number, y: number) => readonly [x: number, y: number],
): SamplingMap {
  const taps = new Int32Array(width * height * 4);
  const right = new Float32Array(width * height);
  const below = new Float32Array(width * height);
  const pixel = (x: number, y: number): number => {
    if (x >= 0 && x < width && y >= 0 && y < height) return y * width + x;
    if (outside === 'transparent') return width * height;
    return Math.min(Math.max(y, 0), height - 1) * width + Math.min(Math.max(x, 0), width - 1);
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sourceX, sourceY] = source(x, y);
      const left = Math.floor(sourceX);
      const top = Math.floor(sourceY);
      const index = y * width + x;
      taps.set(
        [pixel(left, top), pixel(left + 1, top), pixel(left, top + 1), pixel(left + 1, top + 1)],
        4 * index,
      );
      right[index] = sourceX - left;
      below[index] = sourceY - top;
    }
  }
  return { width, height, taps, right, below };
}

/** Reads `image` through `map`: bilinear in single precision on each channel by itself (colours are not
 *  weighted by alpha), truncated to bytes. Equals the JH Labs filters bit for bit, so every operation is
 *  rounded as Java's float.
 *  Throws RangeError when the image has another size than the map. */
export function resampleRgba(image: RgbaImage, map: SamplingMap): RgbaImage {
  const { width, height, taps } = map;
  const result = rgbaImage(width, height);
  // One pixel more than the image: the transparent one outside.
  const source = new Uint8Array(image.data.length + 4);
  source.set(image.data);
  const words = new Uint32Array(source.buffer);
  const { fround } = Math;
  for (let index = 0; index < width * height; index++) {
    const first = taps[4 * index];
    const second = taps[4 * index + 1];
    const third = taps[4 * index + 2];
    const fourth = taps[4 * index + 3];
    // Most of a picture is empty, and nothing comes of nothing.
    if ((words[first] | words[second] | words[third] | words[fourth]) === 0) continue;
    const right = map.right[index];
    const below = map.below[index];
    const left = fround(1 - right);
    const above = fround(1 - below);
    for (let channel = 0; channel < 4; channel++) {
      const upper = fround(
        fround(left * source[4 * first + channel]) + fround(right * source[4 * second + channel]),
      );
      const lower = fround(
        fround(left * source[4 * third + channel]) + fround(right * source[4 * fourth + channel]),
      );
      result.data[4 * index + channel] = fround(fround(above * upper) + fround(below * lower));
    }
  }
  return result;
}
