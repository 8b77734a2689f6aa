import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteFiles } from '../notebookPage';
import { pageHtml } from '../pageHtml';
import { bundlePageScript } from '../try/bundlePageScript';
import { addFonts, FONTS_FILE } from '../try/glyphTable';
import { cleanBody } from './cleanBody';

/** The page on which a CAPTCHA is cleaned step by step. */
export const CLEAN_PAGE = 'clean.html';

/** Adds the page `CLEAN_PAGE` and what it needs to the site. */
export async function addCleanPage(files: SiteFiles, { run }: { run: string }): Promise<void> {
  const tryStyle = path.join(__dirname, '..', 'try', 'try.css');
  addFonts(files);
  files.set(
    CLEAN_PAGE,
    pageHtml({
      title: 'Clean a CAPTCHA',
      run,
      body: cleanBody(),
      contents: [],
      style: 'assets/clean.css',
      scripts: [FONTS_FILE, 'assets/clean.js'],
    }),
  );
  const styles = await Promise.all(
    [tryStyle, path.join(__dirname, 'clean.css')].map((file) => readFile(file, 'utf8')),
  );
  files.set('assets/clean.css', styles.join('\n'));
  files.set('assets/clean.js', await bundlePageScript(path.join(__dirname, 'browser', 'main.ts')));
}
