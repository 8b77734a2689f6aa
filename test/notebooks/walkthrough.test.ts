import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readNotebook, joinText } from '../../scripts/notebook/notebookFile';
import { openBrowser } from '../../scripts/notebook/openBrowser';
import { publishRun, type RunResults } from '../../scripts/notebook/publishRun';
import type { NotebookRun } from '../../scripts/notebook/walkthrough';
import { PYTHON, ROOT, runTexts, scratch, skip } from './runTexts';

describe('a notebook in a real Jupyter with the tslab kernel', { skip }, () => {
  let folder = '';
  let runs: NotebookRun[] = [];
  before(async () => {
    folder = await scratch();
    const text = await readFile(path.join(ROOT, 'test', 'fixtures', 'notebook', '01-probe.txt'), 'utf8');
    runs = await runTexts({ '01-probe.ipynb': text }, folder);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('runs through, with live displays in their last state and the results handed on', () => {
    assert.equal(runs[0].failure, undefined);
    assert.deepEqual([runs[0].state, runs[0].cells, runs[0].of], ['ran', 4, 4]);
    assert.deepEqual(runs[0].results.map(({ id }) => id), ['probe']);
    const outputs = runs[0].notebook.cells.flatMap((cell) => cell.outputs ?? []);
    assert.equal(joinText(outputs[0].text), 'threshold 0, sum 2\n');
    const plain = outputs.map(({ data }) => joinText(data?.['text/plain'] as string[] | undefined));
    assert.deepEqual(plain.filter(Boolean), ['3 epochs']);
  });

  it('leaves the notebook itself as it was', async () => {
    const { cells } = await readNotebook(path.join(folder, '01-probe.ipynb'));
    assert.deepEqual(cells.flatMap(({ outputs }) => outputs ?? []), []);
  });

  it('becomes a page with its figures, which a browser draws at the width of a telephone', async (t) => {
    const out = path.join(folder, 'out');
    const cache = path.join(ROOT, '.cache');
    await publishRun(runs, {
      skipped: [],
      out,
      cache,
      work: path.join(folder, 'work'),
      folder: path.join(ROOT, 'notebooks'),
      python: PYTHON,
      profile: 'quick',
      data: { kind: 'generated', name: 'generated data', count: 2 },
    });
    const results = JSON.parse(await readFile(path.join(out, 'results.json'), 'utf8')) as RunResults;
    assert.deepEqual(results.figures, ['figures/01-confusion', 'figures/01-training-curves']);
    assert.equal(results.results[0].notebook, '01-probe.ipynb');
    const still = await readFile(path.join(out, 'notebooks', '01-probe.ipynb'), 'utf8');
    assert.doesNotMatch(still, /<script/);
    const overview = await readFile(path.join(out, 'index.html'), 'utf8');
    assert.match(overview, /<a href="01-probe\.html">1 · A probe<\/a>.*everything that a notebook shows arrive in <code>out\/<\/code>/);
    assert.match(overview, /2\/2 = 100\.00%/);

    const found = await openBrowser({ cache });
    if ('reason' in found) {
      t.skip(found.reason);
      return;
    }
    try {
      const page = await found.browser.newPage({ viewport: { width: 390, height: 2000 } });
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('requestfailed', (request) => errors.push(request.url()));
      await page.goto(`file://${path.join(out, '01-probe.html')}`);
      await page.waitForSelector('.plot[data-drawn] .main-svg', { timeout: 0 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      const missing = await page.evaluate(() => Array.from(document.images).filter((one) => !one.naturalWidth).length);
      assert.deepEqual({ errors, wide, missing }, { errors: [], wide: 0, missing: 0 });
      assert.equal(await page.locator('.prose a[href="01-probe.html"]').count(), 1);
    } finally {
      await found.browser.close();
    }
  });
});
