import path from 'node:path';
import { json } from 'node:stream/consumers';
import { writeFileWhole } from 'captcha-lab/files';
import type { Figure } from '../lib/plots';
import { runCommand } from './command';
import { drawFigures } from './notebook/drawFigures';
import { openBrowser } from './notebook/openBrowser';

const ROOT = path.dirname(__dirname);

/** Draws the figure on standard input into the file named, PNG or SVG by its ending. For `writeFigure` of the library, which has no browser. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2);
  const figure = (await json(process.stdin)) as Figure;
  const found = await openBrowser({ cache: path.join(ROOT, '.cache') });
  if ('reason' in found) {
    throw new Error(`${found.reason}; install Chrome, Edge or Chromium, or write .html, which needs none.`);
  }
  try {
    const [{ svg, png }] = await drawFigures([figure], {
      browser: found.browser,
      plotly: require.resolve('plotly.js-dist/plotly.js'),
    });
    await writeFileWhole(file, file.toLowerCase().endsWith('.svg') ? svg : png);
  } finally {
    await found.browser.close();
  }
}

void runCommand(main);
