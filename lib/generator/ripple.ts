import { resampleRgba, samplingMap, type SamplingMap } from './resampleRgba';
import type { RgbaImage } from '../image';

const X_AMPLITUDE = Math.fround(2.6);
const Y_AMPLITUDE = Math.fround(1.7);
const X_WAVELENGTH = 15;
const Y_WAVELENGTH = 5;

// The filter grows its result by the amplitudes' whole parts on each side; Kaptcha keeps the top left of it.
const SHIFT_X = 2;
const SHIFT_Y = 1;

const maps = new Map<string, SamplingMap>();

/** Kaptcha's second distortion: waves along both axes. Output (x, y) is read from (u + 2.6 sin(v / 15), v +
 *  1.7 sin(u / 5)) where (u, v) = (x - 2, y - 1): the result lies two pixels right and one down. Bilinear,
 *  truncated to bytes; outside is transparent. Equals JH Labs' RippleFilter 2.0.235-1 as Kaptcha sets it and
 *  cuts it, bit for bit, hence single precision throughout. image: RGBA, any size; not modified. */
export function ripple(image: RgbaImage): RgbaImage {
  const { width, height } = image;
  const key = `${width}x${height}`;
  let map = maps.get(key);
  if (map === undefined) {
    map = rippleMap(width, height);
    maps.set(key, map);
  }
  return resampleRgba(image, map);
}

/** Where each pixel of the result is read from; phases of the waves along x and y, in radians, Kaptcha's 0 by default.
 *  @internal */
export function rippleMap(width: number, height: number, [phaseX, phaseY] = [0, 0]): SamplingMap {
  const { fround } = Math;
  return samplingMap(width, height, 'transparent', (x, y) => {
    const u = x - SHIFT_X;
    const v = y - SHIFT_Y;
    const sineX = fround(Math.sin(fround(v / X_WAVELENGTH) + phaseX));
    const sineY = fround(Math.sin(fround(u / Y_WAVELENGTH) + phaseY));
    return [fround(u + fround(X_AMPLITUDE * sineX)), fround(v + fround(Y_AMPLITUDE * sineY))];
  });
}
