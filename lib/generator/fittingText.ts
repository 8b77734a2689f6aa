import { deriveSeed } from '../random';
import { placeText, TEXT_END } from './placeText';
import { randomText, TEXT_ALPHABET } from './randomText';

// One text in a hundred thousand is too wide: many failures mean used-up texts or a font far too wide.
const TRIES = 1000;

/** The first random text of `seed` that stays inside the picture and is not in `used`.
 *  Throws RangeError when a thousand in a row do not. @internal */
export function fittingText(seed: number, fonts: readonly string[], used?: ReadonlySet<string>): string {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const text = randomText({ seed: deriveSeed(seed, 'text', attempt) });
    if (used?.has(text)) continue;
    if (placeText(text, { fonts, seed: deriveSeed(seed, 'fonts') }).end <= TEXT_END) return text;
  }
  throw new RangeError(
    `No further text of the characters ${TEXT_ALPHABET} found that fits the picture` +
      `${used === undefined ? '' : ` after ${used.size}`}: use a smaller count or a narrower font.`,
  );
}
