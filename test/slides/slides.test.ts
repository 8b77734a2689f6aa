import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { jupyterPython } from '../../scripts/jupyter';
import { fromText } from '../../scripts/notebook/fromText';
import { formatNotebook } from '../../scripts/notebook/notebookFile';
import { stillNotebook } from '../../scripts/notebook/stillNotebook';
import { makeSlides } from '../../scripts/slides/makeSlides';
import { slideNotebook } from '../../scripts/slides/slideNotebook';
import { pageInBrowser, whyNoPage, type PageInBrowser } from '../site/pageInBrowser';
import { executedNotebook, FIGURES } from '../site/siteWithFigures';

const PYTHON = jupyterPython(path.join(__dirname, '..', '..'));

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

describe('slides', { skip: whyNoPage() ?? false }, () => {
  let folder = '';
  let built: PageInBrowser | { reason: string } | undefined;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-slides-'));
    const file = path.join(folder, '99-test.ipynb');
    await writeFile(file, formatNotebook(stillNotebook(executedNotebook(), undefined)));
    built = await pageInBrowser(async (files) => {
      for (const [name, content] of await makeSlides([file], { python: PYTHON, back: '../..' }))
        files.set(name, content);
    });
  });
  after(async () => {
    if (built && 'close' in built) await built.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`open from disk without a request to any network, draw their figures and turn by keyboard, ${colorScheme}`, async (t) => {
      if (!built || 'reason' in built) {
        t.skip(built?.reason ?? 'not built');
        return;
      }
      const { page, faults } = await built.open('99-test.html', { width: 1280, height: 720, colorScheme });
      t.after(() => page.close());
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
