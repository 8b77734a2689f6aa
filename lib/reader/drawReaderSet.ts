import { CAPTCHA_HEIGHT, CAPTCHA_LENGTH, CAPTCHA_WIDTH, classOf } from '../data';
import { bundledFonts, drawText, ripple, water } from '../generator';
import { fittingText } from '../generator/fittingText';
import { rgbaImage, type RgbaImage } from '../image';
import { createRandom, deriveSeed } from '../random';
import { CAPTCHA_PIXELS } from './inkOf';
import type { ReaderSet } from './readerSet';

/** Options of `drawReaderSet`. */
export interface DrawReaderSetOptions {
  readonly count: number;
  readonly seed: number;
  /** Font files; the two bundled faces by default. */
  readonly fonts?: readonly string[];
  /** Letters are made narrower or wider by a factor drawn from this range for each picture; 0.9 to 1.05 by default. */
  readonly stretch?: readonly [number, number];
  /** Strokes are made bolder (above 0) or finer (below) by up to a pixel's share drawn from this range; -0.7 to 0.3 by default. */
  readonly weight?: readonly [number, number];
  readonly onProgress?: (done: number) => void;
}

/** Left end of Kaptcha's text, from which letters are stretched. */
const TEXT_START = 28;

/** Draws CAPTCHAs for a reader to learn from, without the noise curves, which `trainReader` lays over them anew each time.
 *  Fonts other than the set's are what makes generated pictures different from it, so letters vary in width and weight.
 *  The same seed gives the same set. Throws RangeError when count is no whole number of at least 1, and as `drawText` does. */
export function drawReaderSet({
  count,
  seed,
  fonts = bundledFonts(),
  stretch = [0.9, 1.05],
  weight = [-0.7, 0.3],
  onProgress,
}: DrawReaderSetOptions): ReaderSet {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`drawReaderSet: count must be a whole number of at least 1, got ${count}.`);
  }
  const ink = new Uint8Array(count * CAPTCHA_PIXELS);
  const labels = new Uint8Array(count * CAPTCHA_LENGTH);
  for (let index = 0; index < count; index++) {
    const own = deriveSeed(seed, 'picture', index);
    const random = createRandom(deriveSeed(own, 'variation'));
    const between = ([low, high]: readonly [number, number]): number => low + (high - low) * random.uniform();
    const text = fittingText(own, fonts);
    const { image } = drawText(text, { fonts, seed: deriveSeed(own, 'fonts') });
    const varied = thicken(stretched(image, between(stretch)), between(weight));
    const { data } = ripple(water(varied));
    const from = index * CAPTCHA_PIXELS;
    for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) ink[from + pixel] = data[4 * pixel + 3];
    for (let place = 0; place < CAPTCHA_LENGTH; place++) {
      labels[index * CAPTCHA_LENGTH + place] = classOf(text[place]);
    }
    onProgress?.(index + 1);
  }
  return { count, ink, labels };
}

/** The alpha of a black text, wider or narrower by `factor` about its start. */
function stretched({ data }: RgbaImage, factor: number): Float32Array {
  const result = new Float32Array(CAPTCHA_PIXELS);
  for (let x = 0; x < CAPTCHA_WIDTH; x++) {
    const source = TEXT_START + (x - TEXT_START) / factor;
    const left = Math.floor(source);
    const share = source - left;
    if (left < 0 || left + 1 >= CAPTCHA_WIDTH) continue;
    for (let y = 0; y < CAPTCHA_HEIGHT; y++) {
      const at = 4 * (y * CAPTCHA_WIDTH + left) + 3;
      result[y * CAPTCHA_WIDTH + x] = data[at] * (1 - share) + data[at + 4] * share;
    }
  }
  return result;
}

/** Bolder or finer in all directions by `amount` of a pixel: each pixel moves that share of the way to the largest, or
 *  smallest, of itself and its four neighbours. */
function thicken(alpha: Float32Array, amount: number): RgbaImage {
  const image = rgbaImage(CAPTCHA_WIDTH, CAPTCHA_HEIGHT);
  const extreme = amount > 0 ? Math.max : Math.min;
  for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) {
    const here = alpha[pixel];
    const reach = extreme(
      here,
      alpha[pixel - 1] ?? here,
      alpha[pixel + 1] ?? here,
      alpha[pixel - CAPTCHA_WIDTH] ?? here,
      alpha[pixel + CAPTCHA_WIDTH] ?? here,
    );
    image.data[4 * pixel + 3] = Math.round(here + (reach - here) * Math.abs(amount));
  }
  return image;
}
