import { checkWhole } from '../checks';
import type { GreyImage, RgbaImage } from '../image';
import { deriveSeed } from '../random';
import { background } from './background';
import { bundledFonts } from './bundledFonts';
import { compose } from './compose';
import { drawNoise } from './drawNoise';
import { drawText, type PlacedCharacter } from './drawText';
import { noiseCurves, type NoiseCurve } from './noiseCurves';
import { fittingText } from './fittingText';
import { ripple } from './ripple';
import { water } from './water';

export interface GenerateCaptchaOptions {
  /** What to draw. Default: five random characters, decided by `seed`. */
  text?: string;
  /** A whole number; the same seed gives the same picture. */
  seed: number;
  /** Font files. Default: the two bundled faces. */
  fonts?: readonly string[];
  /** Whether to draw the two noise curves. Default true. */
  noise?: boolean;
}

/** A CAPTCHA and how it came about; all pictures are 200 x 50. */
export interface GeneratedCaptcha {
  readonly text: string;
  readonly image: GreyImage;
  readonly characters: readonly PlacedCharacter[];
  /** The noise curves; empty without noise. */
  readonly curves: readonly NoiseCurve[];
  readonly steps: {
    /** The text before distortion. */
    readonly text: RgbaImage;
    /** After water and ripple. */
    readonly ripple: RgbaImage;
    /** With the noise curves; `ripple` itself without noise. */
    readonly noise: RgbaImage;
  };
}

let paper: GreyImage | undefined;

/** Draws a CAPTCHA as Kaptcha does: text, water, ripple, noise curves, background. Fonts, noise and text have
 *  generators of their own, so that a picture with and without noise has the same letters. Throws what
 *  drawText throws, and RangeError for a seed that is no whole number.
 *  Beside the real set: its letters take 4% more room (by the steps from letter to letter, see `learnGlyphs`), and its pictures did
 *  not go through JPEG before they became PNG, as the real ones did, which left faint ripples around the ink. */
export function generateCaptcha({
  seed,
  fonts = bundledFonts(),
  text,
  noise = true,
}: GenerateCaptchaOptions): GeneratedCaptcha {
  checkWhole('generateCaptcha', { seed });
  const shown = text ?? fittingText(seed, fonts);
  const drawn = drawText(shown, { fonts, seed: deriveSeed(seed, 'fonts') });
  const rippled = ripple(water(drawn.image));
  const curves = noise ? noiseCurves({ seed: deriveSeed(seed, 'noise') }) : [];
  const noisy = noise ? drawNoise(rippled, curves) : rippled;
  paper ??= background();
  return {
    text: shown,
    image: compose(noisy, { background: paper }),
    characters: drawn.characters,
    curves,
    steps: { text: drawn.image, ripple: rippled, noise: noisy },
  };
}
