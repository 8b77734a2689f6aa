import { ALPHABET } from '../../../../lib/report/alphabet';
import { bundledFonts } from '../../../../lib/generator/bundledFonts';
import { glyph } from '../../../../lib/generator/glyph';
import { loadFont } from '../../../../lib/generator/loadFont';
import type { CarriedGlyph, TryData } from './tryData';

/** The 19 characters in the fonts that come with the kit, drawn here: a page has neither the fonts' files nor the library
 *  that reads them. */
export function glyphTable(): TryData['fonts'] {
  const fonts = bundledFonts().map(loadFont);
  return Object.fromEntries(
    fonts.map((font) => [
      font.file,
      Object.fromEntries(
        Array.from(ALPHABET, (character): [string, CarriedGlyph] => {
          const { x, y, width, height, outlineWidth, alpha } = glyph(character, font);
          return [
            character,
            { x, y, width, height, outlineWidth, alpha: Buffer.from(alpha).toString('base64') },
          ];
        }),
      ),
    ]),
  );
}
