import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { jupyterPython } from '../../scripts/jupyter';
import { fromText } from '../../scripts/notebook/fromText';
import { formatNotebook } from '../../scripts/notebook/notebookFile';
import { openBrowser } from '../../scripts/notebook/openBrowser';
import { PLOTLY } from '../../scripts/notebook/site/siteAssets';
import { stillNotebook } from '../../scripts/notebook/stillNotebook';
import { makeSlides } from '../../scripts/slides/makeSlides';
import { slideNotebook } from '../../scripts/slides/slideNotebook';
import { executedNotebook, FIGURES } from '../site/siteWithFigures';
import { watchPage } from '../site/watchPage';

const ROOT = path.join(__dirname, '..', '..');
const PYTHON = jupyterPython(ROOT);
const missing = [PYTHON, PLOTLY].find((file) => !existsSync(file));
const skip = missing ? `no ${path.relative(ROOT, missing)}: \`npm run setup\` makes it` : false;

describe('slideNotebook', () => {
  const typesOf = (text: string): unknown[] =>
    slideNotebook(fromText(text)).cells.map(
      ({ metadata }) => (metadata.slideshow as { slide_type: string }).slide_type,
    );

  it('starts a slide at each heading of the first two levels, also within a cell', () => {
    const text = '# %% [markdown]\n# T\n\nwords\n\n## A\n\nwords\n\n### not here\n';
    assert.deepEqual(typesOf(text), ['slide', 'slide']);
  });

  it('puts short code under short prose, and long code on a slide of its own', () => {
    const code = (lines: number): string => `\n# %%\n${'f();\n'.repeat(lines)}`;
    assert.deepEqual(typesOf(`# %% [markdown]\nshort${code(3)}`), ['subslide', '-']);
    assert.deepEqual(typesOf(`# %% [markdown]\n${'long '.repeat(300)}${code(9)}`), ['subslide', 'subslide']);
    assert.deepEqual(typesOf(`# %% [markdown]\nshort${code(3)}${code(3)}`), ['subslide', '-', 'subslide']);
  });

  it('leaves out what cells mark for the checks of numbers', () => {
    const [cell] = slideNotebook(fromText('# %% [markdown]\na <!-- given: 7 (x) --> b\n')).cells;
    assert.equal(cell.source, 'a  b');
  });
});

describe('slides', { skip }, () => {
  let folder = '';
  let browser: Browser | undefined;
  let reason = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-slides-'));
    const file = path.join(folder, '99-test.ipynb');
    await writeFile(file, formatNotebook(stillNotebook(executedNotebook(), undefined)));
    const files = await makeSlides([file], { python: PYTHON, back: '../..' });
    for (const [name, content] of files) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    const found = await openBrowser({ cache: path.join(ROOT, '.cache') });
    if ('browser' in found) browser = found.browser;
    else reason = found.reason;
  });
  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`open from disk without a request to any network, draw their figures and turn by keyboard, ${colorScheme}`, async (t) => {
      if (!browser) {
        t.skip(reason);
        return;
      }
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme });
      t.after(() => page.close());
      const faults = watchPage(page);
      await page.goto(`file://${path.join(folder, '99-test.html')}`);
      await page.locator('.reveal.ready').waitFor();
      assert.match(await page.locator('section.present h1').innerText(), /A notebook of the tests/);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(ground, colorScheme === 'dark' ? 'rgb(20, 24, 29)' : 'rgb(255, 255, 255)');
      await page.keyboard.press('Space');
      assert.match(await page.locator('section.present h2').first().innerText(), /Figures/);
      for (let step = 0; step < 3; step++) {
        if ((await page.locator('section.present .plot').count()) > 0) break;
        await page.keyboard.press('Space');
      }
      await page.locator('section.present .js-plotly-plot').first().waitFor();
      assert.equal(await page.locator('.plot').count(), FIGURES.length);
      assert.deepEqual(faults, []);
    });
  }
});
