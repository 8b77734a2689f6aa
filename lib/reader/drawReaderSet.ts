import { checkWhole } from '../checks';
import { CAPTCHA_HEIGHT, CAPTCHA_LENGTH, CAPTCHA_WIDTH, classOf } from '../report';
import { bundledFonts, randomText, ripple, TEXT_BASELINE, water } from '../generator';
import { glyph, type Glyph } from '../generator';
import { loadFont } from '../generator';
import { TEXT_END, TEXT_GAP, TEXT_X } from '../generator';
import { rgbaImage, type RgbaImage } from '../image';
import { createRandom, deriveSeed, type Random } from '../random';
import { CAPTCHA_PIXELS } from './inkOf';
import type { ReaderSet } from './readerSet';

/** A range, from the smaller to the larger. */
export type Range = readonly [low: number, high: number];

/** How letters differ from a font's own, drawn evenly from each range. */
export interface LetterVariation {
  /** Width of a picture's letters as a share of the font's; 0.88 to 1.12 by default. */
  readonly stretch?: Range;
  /** Width of each single letter on top of that; 0.85 to 1.1 by default. */
  readonly ownStretch?: Range;
  /** Height as a share of the font's, about the baseline; 0.93 to 1.07 by default. */
  readonly height?: Range;
  /** Pixels to the right for each pixel up; -0.06 to 0.06 by default. */
  readonly slant?: Range;
  /** Strokes bolder (above 0) or finer (below): shares of a pixel by which edges move; -0.9 to 0.9 by default. */
  readonly weight?: Range;
}

export interface DrawReaderSetOptions {
  readonly count: number;
  readonly seed: number;
  /** Font files; the two bundled faces by default. A picture takes two of them, or the only one. */
  readonly fonts?: readonly string[];
  readonly variation?: LetterVariation;
  readonly onProgress?: (done: number) => void;
}

const VARIATION: Required<LetterVariation> = {
  stretch: [0.88, 1.12],
  ownStretch: [0.85, 1.1],
  height: [0.93, 1.07],
  slant: [-0.06, 0.06],
  weight: [-0.9, 0.9],
};

/** Texts too wide for the picture are drawn again; a font for which that never ends is too wide. */
const TRIES = 1000;

/** Draws CAPTCHAs for a reader to learn from, as the generator does but in letters that no font has: each picture mixes two
 *  fonts and varies width, height, slant and weight, so that a reader learns what a letter is and not what a font is. Without
 *  noise curves, which `trainReader` lays over them anew each time. The same seed gives the same set.
 *  Throws RangeError when count is no whole number of at least 1, a range is not two numbers in order, or a font too wide,
 *  and as `loadFont` does. */
export function drawReaderSet({
  count,
  seed,
  fonts = bundledFonts(),
  variation = {},
  onProgress,
}: DrawReaderSetOptions): ReaderSet {
  checkWhole('drawReaderSet', { count }, 1);
  if (fonts.length === 0) {
    throw new RangeError('drawReaderSet: fonts must name at least one font file, got none.');
  }
  const ranges = { ...VARIATION, ...variation };
  for (const [name, [low, high]] of Object.entries<Range>(ranges)) {
    if (!(low <= high)) {
      throw new RangeError(`drawReaderSet: ${name} must be [low, high] in order, got [${low}, ${high}].`);
    }
  }
  const ink = new Uint8Array(count * CAPTCHA_PIXELS);
  const labels = new Uint8Array(count * CAPTCHA_LENGTH);
  const centres = new Float32Array(count * CAPTCHA_LENGTH);
  for (let index = 0; index < count; index++) {
    const random = createRandom(deriveSeed(seed, 'picture', index));
    const drawn = drawVaried(random, { fonts, ranges });
    const { data } = ripple(water(drawn.image));
    const from = index * CAPTCHA_PIXELS;
    for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) ink[from + pixel] = data[4 * pixel + 3];
    labels.set(Array.from(drawn.text, classOf), index * CAPTCHA_LENGTH);
    centres.set(drawn.centres, index * CAPTCHA_LENGTH);
    onProgress?.(index + 1);
  }
  return { count, ink, labels, centres };
}

interface VariedText {
  readonly text: string;
  readonly image: RgbaImage;
  /** x of each letter's middle. */
  readonly centres: readonly number[];
}

function drawVaried(
  random: Random,
  { fonts, ranges }: { fonts: readonly string[]; ranges: Required<LetterVariation> },
): VariedText {
  const between = ([low, high]: Range): number => low + (high - low) * random.uniform();
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const pair = [fonts[random.integer(fonts.length)], fonts[random.integer(fonts.length)]].map(loadFont);
    const stretch = between(ranges.stretch);
    const height = between(ranges.height);
    const slant = between(ranges.slant);
    const text = randomText({ seed: random.integer(2 ** 32) });
    const alpha = new Float32Array(CAPTCHA_PIXELS);
    const centres: number[] = [];
    let x = TEXT_X;
    let end = 0;
    for (const character of text) {
      const shape = glyph(character, pair[random.integer(2)]);
      const width = stretch * between(ranges.ownStretch);
      addLetter(alpha, shape, { x, width, height, slant });
      const wide = Math.floor(shape.outlineWidth * width);
      end = x + width * (shape.x + shape.width);
      centres.push(x + width * (shape.x + shape.width / 2));
      x += wide + TEXT_GAP;
    }
    if (end <= TEXT_END) return { text, image: thicken(alpha, between(ranges.weight)), centres };
  }
  throw new RangeError(
    `drawReaderSet: no text fits the picture in ${TRIES} tries; use narrower fonts or a smaller stretch.`,
  );
}

/** Adds a letter that starts at `x` on the baseline, resampled bilinearly. */
function addLetter(
  alpha: Float32Array,
  { x: left, y: top, width: across, height: down, alpha: shape }: Glyph,
  { x, width, height, slant }: { x: number; width: number; height: number; slant: number },
): void {
  const at = (column: number, row: number): number =>
    column >= 0 && column < across && row >= 0 && row < down ? shape[row * across + column] : 0;
  const lean = Math.abs(slant) * CAPTCHA_HEIGHT;
  const from = Math.max(0, Math.floor(x + left * width - lean) - 1);
  const to = Math.min(CAPTCHA_WIDTH, Math.ceil(x + (left + across) * width + lean) + 1);
  for (let row = 0; row < CAPTCHA_HEIGHT; row++) {
    const up = row - TEXT_BASELINE;
    const sourceY = up / height - top;
    const y = Math.floor(sourceY);
    if (y < -1 || y >= down) continue;
    for (let column = from; column < to; column++) {
      const sourceX = (column - x + slant * up) / width - left;
      const near = Math.floor(sourceX);
      if (near < -1 || near >= across) continue;
      const [right, below] = [sourceX - near, sourceY - y];
      const upper = at(near, y) * (1 - right) + at(near + 1, y) * right;
      const lower = at(near, y + 1) * (1 - right) + at(near + 1, y + 1) * right;
      const pixel = row * CAPTCHA_WIDTH + column;
      const value = upper * (1 - below) + lower * below;
      alpha[pixel] += value * (1 - alpha[pixel] / 255);
    }
  }
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
