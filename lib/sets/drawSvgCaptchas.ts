import { checkWhole } from '../checks';
import { decodeImage } from '../image';
import type { Captcha } from '../data';
import { createRandom } from '../random';
import { loadSvgCaptcha } from './loadSvgCaptcha';
import { rasterizeSvg } from './rasterizeSvg';

/** What the generator is told. */
export interface SvgCaptchaSetting {
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
  /** Fewest and most characters of a text. */
  readonly length: { readonly min: number; readonly max: number };
  readonly alphabet: string;
  /** Curves across the picture. */
  readonly noise: number;
}

/** Another kind of CAPTCHA than the report's in all that a scheme says: 160 x 60 pixels, 4 to 6 of 31 characters, none of which looks
 *  like another, and three curves. */
export const SVG_CAPTCHA_SETTING: SvgCaptchaSetting = {
  width: 160,
  height: 60,
  length: { min: 4, max: 6 },
  alphabet: '23456789abcdefghjkmnpqrstuvwxyz',
  noise: 3,
};

export interface DrawSvgCaptchasOptions {
  readonly count: number;
  /** A whole number. */
  readonly seed: number;
  /** `SVG_CAPTCHA_SETTING` by default. */
  readonly setting?: SvgCaptchaSetting;
}

/** A drawn CAPTCHA with its picture in colour. */
export interface SvgCaptcha extends Captcha {
  /** A PNG file, in colour on white. */
  readonly png: Uint8Array;
}

/** Draws labelled pictures with the npm package `svg-captcha`, a generator that nobody here wrote: coloured letters of one hand-drawn
 *  face, coloured curves over and under them. It draws by `Math.random`, which is put in its place again after each picture; the same
 *  seed gives the same texts, under the same version of Node the same pictures. No two texts are the same. Files are named by their texts.
 *  Throws RangeError for a count below 1, a seed that is no whole number, or where there are fewer texts than pictures. */
export async function drawSvgCaptchas({
  count,
  seed,
  setting = SVG_CAPTCHA_SETTING,
}: DrawSvgCaptchasOptions): Promise<SvgCaptcha[]> {
  const { width, height, length, alphabet, noise } = setting;
  checkWhole('drawSvgCaptchas', { count }, 1);
  if (alphabet.length ** length.max < 2 * count) {
    throw new RangeError(
      `drawSvgCaptchas: count must be at most half of the ${alphabet.length ** length.max} texts, got ${count}.`,
    );
  }
  const random = createRandom(seed);
  const draw = loadSvgCaptcha();
  const texts = new Set<string>();
  const drawn: SvgCaptcha[] = [];
  while (drawn.length < count) {
    const characters = length.min + random.integer(length.max - length.min + 1);
    const label = Array.from({ length: characters }, () => alphabet[random.integer(alphabet.length)]).join(
      '',
    );
    if (texts.has(label)) continue;
    texts.add(label);
    const svg = bySeed(random, () =>
      draw(label, { width, height, noise, color: true, background: '#ffffff' }),
    );
    const png = await rasterizeSvg(svg);
    drawn.push({ file: `${label}.png`, label, png, image: await decodeImage(png, { name: `${label}.png` }) });
  }
  return drawn;
}

/* eslint-disable no-restricted-properties -- svg-captcha takes its numbers from Math.random and from nowhere else. */
/** What `work` gives while `Math.random` takes its numbers from `random`. Nothing else can run meanwhile. */
function bySeed<Result>(random: { uniform(): number }, work: () => Result): Result {
  const before = Math.random;
  Math.random = () => random.uniform();
  try {
    return work();
  } finally {
    Math.random = before;
  }
}
/* eslint-enable no-restricted-properties */
