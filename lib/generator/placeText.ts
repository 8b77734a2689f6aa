import { CAPTCHA_WIDTH } from '../report';
import { createRandom } from '../random';
import { glyph, type Glyph } from './glyph';
import { loadFont } from './loadFont';

/** x of the first character: Kaptcha's 200 / (2 + 5). */
export const TEXT_X = 28;

/** Kaptcha's gap between characters, in pixels. */
export const TEXT_GAP = 2;

// The ripple moves ink up to five pixels to the right, where it would leave the picture.
export const TEXT_END = CAPTCHA_WIDTH - 5;

export interface PlacedGlyph {
  readonly character: string;
  readonly x: number;
  readonly width: number;
  readonly font: string;
  readonly glyph: Glyph;
}

/** The glyphs of `text`, each from one of `fonts` at random, and where they start. @internal */
export function placeText(
  text: string,
  { fonts, seed, gap = TEXT_GAP }: { fonts: readonly string[]; seed: number; gap?: number },
): { glyphs: PlacedGlyph[]; end: number } {
  if (text === '') throw new RangeError('drawText: text must have at least one character, got none.');
  if (fonts.length === 0) throw new RangeError('drawText: fonts must name at least one font file, got none.');
  const loaded = fonts.map(loadFont);
  const random = createRandom(seed);
  const glyphs: PlacedGlyph[] = [];
  let x = TEXT_X;
  let end = 0;
  for (const character of text) {
    const font = loaded[random.integer(loaded.length)];
    const drawn = glyph(character, font);
    const width = Math.floor(drawn.outlineWidth);
    glyphs.push({ character, x, width, font: font.file, glyph: drawn });
    end = Math.max(end, x + drawn.x + drawn.width);
    x += width + gap;
  }
  return { glyphs, end };
}
