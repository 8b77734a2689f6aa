// Stands in for lib/generator/moreFonts: the names under which the page carries the fonts' glyphs.
import { readFonts } from './readTryData';

export function moreFonts(): string[] {
  return Object.keys(readFonts());
}
