import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { formatNotebook, readNotebook } from '../notebook/notebookFile';
import { notebookHeading } from '../notebook/notebookHeading';
import { linkPage } from '../notebook/site/linkPage';
import type { SiteFiles } from '../notebook/site/notebookPage';
import { addSiteAssets } from '../notebook/site/siteAssets';
import { slideNotebook } from './slideNotebook';

/** Options of `makeSlides`. */
export interface MakeSlidesOptions {
  /** Python with nbconvert. */
  readonly python: string;
  /** From the folder of the slides to the project's, for links: `../..`. */
  readonly back: string;
}

const REVEAL = path.dirname(require.resolve('reveal.js/package.json'));

/** Slides of notebooks, and what they share: path within their folder to content. They open from disk.
 *  Throws Error naming the notebook when nbconvert fails. */
export async function makeSlides(
  notebooks: readonly string[],
  { python, back }: MakeSlidesOptions,
): Promise<SiteFiles> {
  const files: SiteFiles = new Map();
  await addSiteAssets(files, { python });
  files.set('assets/reveal.css', await readFile(path.join(REVEAL, 'dist', 'reveal.css')));
  // The maps of the scripts are not taken along, so they must not be asked for.
  const script = async (file: string): Promise<string> =>
    (await readFile(path.join(REVEAL, file), 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, '');
  files.set('assets/reveal.js', await script(path.join('dist', 'reveal.js')));
  files.set('assets/notes.js', await script(path.join('plugin', 'notes', 'notes.js')));
  files.set('assets/slides.css', await readFile(path.join(__dirname, 'slides.css')));
  for (const file of notebooks) {
    const html = await slidesOf(file, python);
    const linked = linkPage(html, { folder: path.dirname(file), pages: [], files, back });
    files.set(`${path.basename(file, '.ipynb')}.html`, linked);
  }
  return files;
}

async function slidesOf(file: string, python: string): Promise<string> {
  const notebook = await readNotebook(file);
  const { title } = notebookHeading(notebook, path.basename(file));
  const child = spawn(python, ['-I', path.join(__dirname, 'render_slides.py'), title]);
  const out: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(formatNotebook(slideNotebook(notebook)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return Buffer.concat(out).toString('utf8');
  const last = Buffer.concat(complaint).toString().trim().split('\n').at(-1) ?? '';
  throw new Error(`${path.basename(file)}: nbconvert made no slides (${last}); run "npm run doctor".`);
}
