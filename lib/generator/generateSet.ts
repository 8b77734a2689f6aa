import { deriveSeed } from '../random';
import { generateCaptcha, type GeneratedCaptcha } from './generateCaptcha';
import { bundledFonts } from './bundledFonts';
import { checkSeed } from './checkSeed';
import { fittingText } from './fittingText';

export interface GenerateSetOptions {
  /** How many CAPTCHAs, a positive integer. */
  count: number;
  /** A whole number; the same seed gives the same set. */
  seed: number;
  /** Draw this text `count` times. Default: random texts, each once. */
  text?: string;
  /** Font files. Default: the two bundled faces. */
  fonts?: readonly string[];
  /** Whether to draw the noise curves. Default true. */
  noise?: boolean;
}

/** A CAPTCHA of a set, and the seed that draws it again: `generateCaptcha({ text, seed, fonts, noise })`. */
export interface CaptchaOfSet {
  readonly seed: number;
  readonly captcha: GeneratedCaptcha;
}

/** Draws a set of CAPTCHAs, one at a time. Random texts are drawn as by randomText, skipping those already in the set and
 *  those too wide for the picture. Throws RangeError when count is no positive integer or seed no whole number or no new text is found. */
export function* generateSet({
  count,
  seed,
  text,
  fonts = bundledFonts(),
  noise = true,
}: GenerateSetOptions): Generator<CaptchaOfSet> {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`generateSet: count must be a positive integer, got ${count}.`);
  }
  checkSeed(seed, 'generateSet');
  const used = new Set<string>();
  for (let index = 0; index < count; index++) {
    const captchaSeed = deriveSeed(seed, 'captcha', index);
    const drawn = text ?? fittingText(captchaSeed, fonts, used);
    used.add(drawn);
    yield { seed: captchaSeed, captcha: generateCaptcha({ text: drawn, seed: captchaSeed, fonts, noise }) };
  }
}
