import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/files';
import type { Figure } from 'captcha-lab/plots';
import { drawFigures } from '../notebook/drawFigures';
import { openBrowser } from '../notebook/openBrowser';

/** Throws Error unless a figure can be drawn into a file of that name. */
export function checkFigureFile(file: string): void {
  if (/\.(png|svg)$/.test(file)) return;
  throw new Error(`--figure must end in .png or .svg, got ${JSON.stringify(file)}.`);
}

/** Draws a figure in a headless browser into a .png or .svg file. cache: where the browser is kept.
 *  Throws Error when there is no browser. */
export async function drawFigureFile(
  file: string,
  figure: Figure,
  { cache }: { cache: string },
): Promise<void> {
  const found = await openBrowser({ cache });
  if ('reason' in found) throw new Error(`--figure: ${found.reason}; leave it out, or install Chrome.`);
  try {
    const plotly = require.resolve('plotly.js-dist/plotly.js');
    const [{ svg, png }] = await drawFigures([figure], { browser: found.browser, plotly });
    await writeFileWhole(file, path.extname(file) === '.svg' ? svg : png);
  } finally {
    await found.browser.close();
  }
}
