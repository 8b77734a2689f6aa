import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { askPython } from '../notebook/askPython';
import { formatNotebook, readNotebook } from '../notebook/notebookFile';
import { notebookHeading } from '../notebook/notebookHeading';
import { linkPage } from '../notebook/site/linkPage';
import type { SiteFiles } from '../notebook/site/notebookPage';
import { addSiteAssets } from '../notebook/site/siteAssets';
import { slideNotebook } from './slideNotebook';

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
  const script = path.join(__dirname, 'render_slides.py');
  const answer = await askPython(python, [script, title], formatNotebook(slideNotebook(notebook)));
  if ('output' in answer) return answer.output;
  throw new Error(
    `${path.basename(file)}: nbconvert made no slides (${answer.complaint}); run "npm run doctor".`,
  );
}
