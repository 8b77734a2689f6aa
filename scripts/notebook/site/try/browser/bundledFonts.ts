// Stands in for lib/generator/bundledFonts: the names under which the page carries the fonts' glyphs: the first two of `moreFonts`.
import { readFonts } from './readTryData';

export function bundledFonts(): string[] {
  return Object.keys(readFonts()).slice(0, 2);
}
