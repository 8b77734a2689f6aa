import { generateCaptcha, type GeneratedCaptcha } from './generateCaptcha';
import { setTexts, type SetTextsOptions } from './setTexts';

export interface GenerateSetOptions extends SetTextsOptions {
  /** Whether to draw the noise curves. Default true. */
  noise?: boolean;
}

/** A CAPTCHA of a set, and the seed that draws it again: `generateCaptcha({ text, seed, fonts, noise })`. */
export interface CaptchaOfSet {
  readonly seed: number;
  readonly captcha: GeneratedCaptcha;
}

/** Draws a set of CAPTCHAs one at a time, with the texts of setTexts. Throws what setTexts and
 *  generateCaptcha throw. */
export function* generateSet({ noise, ...options }: GenerateSetOptions): Generator<CaptchaOfSet> {
  for (const { text, seed } of setTexts(options)) {
    yield { seed, captcha: generateCaptcha({ text, seed, fonts: options.fonts, noise }) };
  }
}
