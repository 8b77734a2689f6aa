import { checkWhole } from '../checks';
import { deriveSeed } from '../random';
import { bundledFonts } from './bundledFonts';
import { fittingText } from './fittingText';

export interface SetTextsOptions {
  /** How many texts, a whole number of at least 1. */
  count: number;
  /** A whole number; the same seed gives the same texts. */
  seed: number;
  /** Give this text each time. Default: random texts, each once. */
  text?: string;
  /** Font files, which decide what fits the picture. Default: the two bundled faces. */
  fonts?: readonly string[];
}

/** The texts of a set, and the seed of each one's picture. Random texts are drawn as by randomText, skipping
 *  those already in the set and those too wide for the picture.
 *  Throws RangeError when count is no whole number of at least 1, seed no whole number, or no new text is found. */
export function* setTexts({
  count,
  seed,
  text,
  fonts = bundledFonts(),
}: SetTextsOptions): Generator<{ text: string; seed: number }> {
  checkWhole('generateSet', { count }, 1);
  checkWhole('generateSet', { seed });
  const used = new Set<string>();
  for (let index = 0; index < count; index++) {
    const ownSeed = deriveSeed(seed, 'captcha', index);
    const next = text ?? fittingText(ownSeed, fonts, used);
    used.add(next);
    yield { text: next, seed: ownSeed };
  }
}
