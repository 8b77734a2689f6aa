// Stands in for lib/generator/loadFont: a font is known by its name; its glyphs are drawn already.
import type { Font } from '../../../../../lib/generator/loadFont';
import { readTryData } from './readTryData';

export function loadFont(file: string): Font {
  const characters = Object.keys(readTryData().fonts[file]).map((one) => one.codePointAt(0)!);
  return { file, sha256: '', family: file, characters: new Set(characters) };
}
