import { resampleRgba, samplingMap, type SamplingMap } from './resampleRgba';
import type { RgbaImage } from '../image';

const RADIUS = 50;
const AMPLITUDE = 1.5;
const WAVELENGTH = 2;
const PHASE = 10;
// Java's float 2π.
const TURN = Math.fround(6.2831855);

const maps = new Map<string, SamplingMap>();

/** Kaptcha's first distortion: rings as from a stone in water, about the middle of the image. A pixel at
 *  distance d <= 50 from the middle c is read from p + (p - c) * a, where a = 1.5 sin(2π d / 2 - 10) (50 -
 *  d)/50 (2/d), without the last factor at d = 0; pixels farther away are kept. Bilinear, truncated to bytes;
 *  outside counts the nearest border pixel. Equals JH Labs' WaterFilter 2.0.235-1 as Kaptcha sets it, bit for
 *  bit, hence single precision throughout.
 *  image: RGBA, any size; not modified. */
export function water(image: RgbaImage): RgbaImage {
  const { width, height } = image;
  const key = `${width}x${height}`;
  let map = maps.get(key);
  if (map === undefined) {
    map = waterMap(width, height);
    maps.set(key, map);
  }
  return resampleRgba(image, map);
}

/** Where each pixel of the result is read from; phase: Kaptcha's 10 by default. @internal */
export function waterMap(width: number, height: number, phase = PHASE): SamplingMap {
  const { fround } = Math;
  const centreX = fround(width * 0.5);
  const centreY = fround(height * 0.5);
  return samplingMap(width, height, 'clamped', (x, y) => {
    const dx = fround(x - centreX);
    const dy = fround(y - centreY);
    const square = fround(fround(dx * dx) + fround(dy * dy));
    if (square > RADIUS * RADIUS) return [x, y];
    const distance = fround(Math.sqrt(square));
    const angle = fround(fround(fround(distance / WAVELENGTH) * TURN) - phase);
    let amount = fround(AMPLITUDE * fround(Math.sin(angle)));
    amount = fround(amount * fround(fround(RADIUS - distance) / RADIUS));
    if (distance !== 0) amount = fround(amount * fround(WAVELENGTH / distance));
    return [fround(x + fround(dx * amount)), fround(y + fround(dy * amount))];
  });
}
