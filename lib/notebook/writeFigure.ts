import { writeFileWhole } from '../files';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describeValue } from '../image';
import { projectFolder } from '../experiments';
import type { Figure } from '../plots';
import { escapeHtml } from './escapeHtml';
import { figureHtml } from './figureHtml';
import { plotlyElement } from './plotlyScript';

const ENDINGS = ['.html', '.json', '.png', '.svg'];

/** Writes a figure to a file, whole or not at all; a file of that name is replaced. Its ending decides the form:
 *  `.html` is a page of its own, to be zoomed and hovered, plotly.js (1.5 MB) inside; `.svg` and `.png` (two pixels to each of the
 *  figure's) are drawn by the kit's headless browser, which takes some seconds; `.json` is the figure as plotly reads it.
 *  Throws TypeError for what is no figure, RangeError for another ending, Error where SVG or PNG is asked for outside the project or no
 *  browser can be started, and the file system's error when the file cannot be written. */
export async function writeFigure(figure: Figure, file: string): Promise<void> {
  checkFigure(figure, file);
  const ending = path.extname(file).toLowerCase();
  if (ending === '.png' || ending === '.svg') return draw(figure, path.resolve(file));
  const content = ending === '.html' ? page(figure) : `${JSON.stringify(figure, null, 1)}\n`;
  await writeFileWhole(file, content);
}

function checkFigure(figure: unknown, file: unknown): void {
  const { data, layout } = (figure ?? {}) as Partial<Figure>;
  if (!Array.isArray(data) || typeof layout !== 'object') {
    throw new TypeError(
      `writeFigure: figure must be a figure such as trainingCurves(history) gives, got ${describeValue(figure)}.`,
    );
  }
  if (typeof file !== 'string') {
    throw new TypeError(`writeFigure: file must be a text, the second argument, got ${describeValue(file)}.`);
  }
  if (!ENDINGS.includes(path.extname(file).toLowerCase())) {
    throw new RangeError(`writeFigure: file must end in ${ENDINGS.join(', ')}, got ${file}.`);
  }
}

function page(figure: Figure): string {
  const title = escapeHtml(figure.description);
  return (
    `<!doctype html>\n<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title}</title>\n${plotlyElement()}\n<body>${figureHtml(figure)}</body></html>\n`
  );
}

/** Drawing needs a browser, which the library does without: a program of the project has it. */
async function draw(figure: Figure, file: string): Promise<void> {
  const project = projectFolder() ?? projectFolder(__dirname);
  if (project === undefined) {
    throw new Error(
      `writeFigure: ${path.extname(file)} is drawn by the captcha-lab project, and neither the working directory nor the library lies in it; run there, or write .html.`,
    );
  }
  const args = ['--import', 'tsx', path.join('scripts', 'drawFigure.ts'), file];
  const child = spawn(process.execPath, args, { cwd: project, stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  // The child's own message counts, should it end before it has read all.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(figure));
  const [code, said] = await Promise.all([ended, text(child.stderr)]);
  if (code !== 0)
    throw new Error(`writeFigure: ${said.trim().replace(/^error: /, '') || `ended with code ${code}`}`);
}
