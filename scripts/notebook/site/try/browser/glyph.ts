// Stands in for lib/generator/glyph: takes glyphs from the table that the page carries.
import type { Glyph } from '../../../../../lib/generator/glyph';
import type { Font } from '../../../../../lib/generator/loadFont';
import { bytesOf, readFonts } from './readTryData';

export const FONT_SIZE = 40;

export function glyph(character: string, font: Font): Glyph {
  const known = readFonts()[font.file];
  if (!Object.hasOwn(known, character)) {
    throw new RangeError(`The reader's alphabet has no ${JSON.stringify(character)}.`);
  }
  const { alpha, ...place } = known[character];
  return { ...place, alpha: bytesOf(alpha) };
}
