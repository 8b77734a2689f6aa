import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import { drawNoise, noiseCurves } from '../generator';
import { rgbaImage } from '../image';
import { deriveSeed } from '../random';

/** A noise curve: the pixels it touches, and how black it makes them, 1 to 255. */
export interface InkedCurve {
  readonly pixels: Uint16Array;
  readonly ink: Uint8Array;
}

/** `count` noise curves of either kind in turn, drawn once and then laid over pictures in any pairing.
 *  The same seed gives the same curves. @internal */
export function noiseBank(count: number, seed: number): InkedCurve[] {
  const blank = rgbaImage(CAPTCHA_WIDTH, CAPTCHA_HEIGHT);
  return Array.from({ length: count }, (_, index) => {
    const curves = noiseCurves({ seed: deriveSeed(seed, 'noise', index) });
    const { data } = drawNoise(blank, [curves[index % curves.length]]);
    const touched = Array.from({ length: data.length / 4 }, (_, pixel) => pixel).filter(
      (pixel) => data[4 * pixel + 3] > 0,
    );
    return {
      pixels: Uint16Array.from(touched),
      ink: Uint8Array.from(touched, (pixel) => data[4 * pixel + 3]),
    };
  });
}

/** Lays a curve over ink from 0 to 1, which is modified: what is let through by one is let through by the other, in that
 *  share. @internal */
export function layCurve(target: Float32Array, { pixels, ink }: InkedCurve): void {
  for (let index = 0; index < pixels.length; index++) {
    const at = pixels[index];
    target[at] = 1 - (1 - target[at]) * (1 - ink[index] / 255);
  }
}
