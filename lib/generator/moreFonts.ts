import path from 'node:path';
import { bundledFonts } from './bundledFonts';

/** Files of ten faces that come with the kit: the two of `bundledFonts`, in their order, and eight more of DejaVu's, serif, oblique and
 *  monospaced ones among them. */
export function moreFonts(): string[] {
  const [openSans, condensed] = bundledFonts();
  const folder = path.dirname(condensed);
  const more = [
    'DejaVuSansCondensed-BoldOblique',
    'DejaVuSansCondensed',
    'DejaVuSansCondensed-Oblique',
    'DejaVuSerifCondensed-Bold',
    'DejaVuSerifCondensed-BoldItalic',
    'DejaVuSerifCondensed',
    'DejaVuSansMono-Bold',
    'DejaVuSansMono-BoldOblique',
  ];
  return [openSans, condensed, ...more.map((name) => path.join(folder, `${name}.ttf`))];
}
