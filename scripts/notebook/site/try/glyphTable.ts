import { ALPHABET } from '../../../../lib/report/alphabet';
import { glyph } from '../../../../lib/generator/glyph';
import { loadFont } from '../../../../lib/generator/loadFont';
import { moreFonts } from '../../../../lib/generator/moreFonts';
import type { SiteFiles } from '../notebookPage';
import { FONTS_DATA, type CarriedFonts, type CarriedGlyph } from './tryData';

/** The 19 characters in the fonts that come with the kit, drawn here: a page has neither the fonts' files nor the library
 *  that reads them. */
export function glyphTable(): CarriedFonts {
  const fonts = moreFonts().map(loadFont);
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

/** File of the site with the glyphs. */
export const FONTS_FILE = 'assets/fonts.js';

/** Adds `FONTS_FILE`, once. */
export function addFonts(files: SiteFiles): void {
  if (!files.has(FONTS_FILE))
    files.set(FONTS_FILE, `globalThis.${FONTS_DATA} = ${JSON.stringify(glyphTable())};\n`);
}
