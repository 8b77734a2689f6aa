import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { codeStyles } from '../renderText';
import type { SiteFiles } from './notebookPage';

/** Minified plotly.js, where the build of the library puts it. */
export const PLOTLY = path.join(__dirname, '..', '..', '..', 'lib', 'dist', 'assets', 'plotly.min.js');

/** Adds what all pages share: style sheet, script and one plotly.js. */
export async function addSiteAssets(files: SiteFiles, { python }: { python: string }): Promise<void> {
  const { light, dark } = await codeStyles({ python });
  const own = await readFile(path.join(__dirname, 'site.css'), 'utf8');
  // The page's own colours for panels and lines come last and win.
  const styles = [light, `@media (prefers-color-scheme: dark) {\n${dark}\n}`, own];
  files.set('assets/site.css', styles.join('\n'));
  const entry = path.join(__dirname, 'browser.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  files.set('assets/site.js', outputFiles[0].text);
  files.set('assets/plotly.min.js', await readFile(PLOTLY));
}
