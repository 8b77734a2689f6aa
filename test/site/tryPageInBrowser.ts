import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { jupyterPython } from '../../scripts/jupyter';
import { openBrowser } from '../../scripts/notebook/openBrowser';
import type { SiteFiles } from '../../scripts/notebook/site/notebookPage';
import { addSiteAssets, PLOTLY } from '../../scripts/notebook/site/siteAssets';
import { addTryPage, TRY_PAGE, TRY_READER } from '../../scripts/notebook/site/try/tryPage';
import { watchPage } from './watchPage';

const ROOT = path.join(__dirname, '..', '..');
const PYTHON = jupyterPython(ROOT);

/** Why the page cannot be built here; undefined when it can. */
export function whyNoTryPage(): string | undefined {
  const made: readonly (readonly [string, string])[] = [
    [PYTHON, 'npm run setup'],
    [PLOTLY, 'npm run setup'],
    [path.join(TRY_READER, 'model.json'), 'npm run models -- reader-tuned'],
  ];
  const missing = made.find(([file]) => !existsSync(file));
  return missing && `no ${path.relative(ROOT, missing[0])}: \`${missing[1]}\` makes it`;
}

/** The page in a folder on disk and a browser to open it in. */
export interface TryPageInBrowser {
  /** Opens it, as wide as a telephone unless said otherwise, and waits until it has read its first CAPTCHA. prepare: what to
   *  do before the page's scripts run. */
  open(options?: {
    width?: number;
    colorScheme?: 'light' | 'dark';
    prepare?: (page: Page) => Promise<unknown>;
  }): Promise<{ page: Page; faults: string[] }>;
  close(): Promise<void>;
}

/** Builds the page, with another reader than the shipped one if need be; or says why no browser could be started. */
export async function tryPageInBrowser({ reader }: { reader?: string } = {}): Promise<
  TryPageInBrowser | { reason: string }
> {
  const files: SiteFiles = new Map();
  await addTryPage(files, { run: 'a test', reader });
  await addSiteAssets(files, { python: PYTHON });
  // After what can fail: a browser that nobody closes keeps the tests from ending.
  const found = await openBrowser({ cache: path.join(ROOT, '.cache') });
  if ('reason' in found) return found;
  const { browser } = found;
  const folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-try-'));
  for (const [name, content] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return {
    async open({ width = 390, colorScheme = 'dark', prepare } = {}) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const faults = watchPage(page);
      await prepare?.(page);
      await page.goto(`file://${path.join(folder, TRY_PAGE)}`);
      await page.locator('#reading').waitFor();
      return { page, faults };
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
