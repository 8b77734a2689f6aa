import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { jupyterPython } from '../../scripts/jupyter';
import { openBrowser } from '../../scripts/notebook/openBrowser';
import type { SiteFiles } from '../../scripts/notebook/site/notebookPage';
import { addSiteAssets, PLOTLY } from '../../scripts/notebook/site/siteAssets';
import { watchPage } from './watchPage';

const ROOT = path.join(__dirname, '..', '..');
const PYTHON = jupyterPython(ROOT);

/** Why no page can be built here; undefined when one can. */
export function whyNoPage(): string | undefined {
  const missing = [PYTHON, PLOTLY].find((file) => !existsSync(file));
  return missing && `no ${path.relative(ROOT, missing)}: \`npm run setup\` makes it`;
}

/** Pages in a folder on disk and a browser to open them in. */
export interface PageInBrowser {
  /** Opens a page, dark and as wide as a telephone unless said otherwise. prepare: what to do before its scripts run. */
  open(
    name: string,
    options?: {
      width?: number;
      height?: number;
      colorScheme?: 'light' | 'dark';
      prepare?: (page: Page) => Promise<unknown>;
    },
  ): Promise<{ page: Page; faults: string[] }>;
  close(): Promise<void>;
}

/** Builds the pages that `add` adds; or says why no browser could be started. */
export async function pageInBrowser(
  add: (files: SiteFiles) => Promise<unknown>,
): Promise<PageInBrowser | { reason: string }> {
  const files: SiteFiles = new Map();
  await add(files);
  await addSiteAssets(files, { python: PYTHON });
  // After what can fail: a browser that nobody closes keeps the tests from ending.
  const found = await openBrowser({ cache: path.join(ROOT, '.cache') });
  if ('reason' in found) return found;
  const browser: Browser = found.browser;
  const folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-page-'));
  for (const [name, content] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return {
    async open(name, { width = 390, height = 800, colorScheme = 'dark', prepare } = {}) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      const faults = watchPage(page);
      await prepare?.(page);
      await page.goto(`file://${path.join(folder, name)}`);
      return { page, faults };
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
