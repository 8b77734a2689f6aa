import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import { bundledFonts } from './bundledFonts';
import { FONT_SIZE, type Glyph } from './glyph';
import { overlayAlpha } from './overlayAlpha';
import { placeText, TEXT_END } from './placeText';
import { rgbaImage, type RgbaImage } from '../image';

/** y of the baseline: Kaptcha's (50 - 40) / 5 + 40. */
export const TEXT_BASELINE = 42;

export interface DrawTextOptions {
  /** Font files (TTF, OTF, WOFF, WOFF2), at least one. Default: the two bundled faces. */
  fonts?: readonly string[];
  /** Decides which of the fonts each character takes; a whole number. Default 0. */
  seed?: number;
}

/** Where one character of a text was drawn. */
export interface PlacedCharacter {
  readonly character: string;
  /** x of its start, in pixels; its outline begins a little to the right of it. */
  readonly x: number;
  /** Whole pixels of its outline's width; the next character starts `width + 2` to the right. */
  readonly width: number;
  /** Name of the font file it was taken from. */
  readonly font: string;
}

export interface DrawnText {
  /** 200 x 50, black where there is ink, transparent elsewhere. */
  readonly image: RgbaImage;
  readonly characters: readonly PlacedCharacter[];
}

/** Step 1 of a CAPTCHA: the text as Kaptcha places it, black, antialiased, 40 pixels high, from x = 28 on the
 *  baseline y = 42. Each character takes one of the fonts at random, and the next starts int(width of its
 *  outline) + 2 pixels to the right; no kerning, no fractions. Descenders lose what lies below the picture,
 *  as in Kaptcha.
 *  Against Java2D: widths and positions are equal. Ink is the outline without hints: alpha differs by 1 of
 *  255 in the mean over the ink for DejaVu Sans Condensed Bold. Java2D obeys a font's hints, which move edges:
 *  12 to 14 in the mean for Open Sans Bold and Go Bold.
 *  Throws RangeError for an empty text, a character that the font lacks or that leaves no ink, and a text too
 *  wide: Kaptcha would cut it. Throws Error naming the file for a font that cannot be read. */
export function drawText(
  text: string,
  { fonts = bundledFonts(), seed = 0 }: DrawTextOptions = {},
): DrawnText {
  const { glyphs, end } = placeText(text, { fonts, seed });
  if (end > TEXT_END) {
    throw new RangeError(
      `drawText: text "${text}" must end by x = ${TEXT_END} to stay in the picture, ` +
        `got ${end} at ${FONT_SIZE} pixels. ` +
        'Use fewer or narrower characters or a narrower font.',
    );
  }
  const image = rgbaImage(CAPTCHA_WIDTH, CAPTCHA_HEIGHT);
  for (const { x, glyph } of glyphs) addGlyph(image, glyph, x);
  return {
    image,
    characters: glyphs.map(({ character, x, width, font }) => ({ character, x, width, font })),
  };
}

/** Lays a glyph over a black image, cutting what lies outside. @internal */
export function addGlyph(image: RgbaImage, glyph: Glyph, start: number): void {
  glyph.alpha.forEach((value, index) => {
    const x = start + glyph.x + (index % glyph.width);
    const y = TEXT_BASELINE + glyph.y + Math.floor(index / glyph.width);
    if (value === 0 || x < 0 || x >= image.width || y < 0 || y >= image.height) return;
    const at = 4 * (y * image.width + x) + 3;
    image.data[at] = overlayAlpha(value, image.data[at]);
  });
}
