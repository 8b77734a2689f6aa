import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { jupyterPython } from '../../scripts/jupyter';
import { figuresIn } from '../../scripts/notebook/embedded';
import { readNotebook } from '../../scripts/notebook/notebookFile';
import { openBrowser } from '../../scripts/notebook/openBrowser';
import { publishCommitted } from '../../scripts/notebook/publishCommitted';
import type { RunResults } from '../../scripts/notebook/publishRun';
import { CLEAN_PAGE } from '../../scripts/notebook/site/clean/cleanPage';
import { NETWORK_PAGE } from '../../scripts/notebook/site/network/networkPage';
import { PLOTLY } from '../../scripts/notebook/site/siteAssets';
import { TRY_PAGE, TRY_READER } from '../../scripts/notebook/site/try/tryPage';
import { buttonsOf } from './buttonsOf';
import { misplacedTexts } from './misplacedTexts';
import { seriousFindings } from './seriousFindings';
import { FIGURES, notebooksWithFigures } from './siteWithFigures';
import { watchPage } from './watchPage';

const ROOT = path.join(__dirname, '..', '..');
const PYTHON = jupyterPython(ROOT);
const missing = [PYTHON, PLOTLY].find((file) => !existsSync(file));
const skip = missing ? `no ${path.relative(ROOT, missing)}: \`npm run setup\` makes it` : false;

describe('the site of the notebooks in the repository', { skip }, () => {
  let folder = '';
  let out = '';
  let results: RunResults;
  let pages: string[] = [];
  let browser: Browser | undefined;
  let reason = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-site-'));
    out = path.join(folder, 'out');
    // Named like the project's, so that links back into it read alike.
    const notebooks = path.join(folder, 'notebooks');
    await notebooksWithFigures(ROOT, notebooks);
    const places = { cache: path.join(ROOT, '.cache'), work: path.join(folder, 'work'), python: PYTHON };
    ({ results } = await publishCommitted({ ...places, out, folder: notebooks }));
    pages = (await readdir(out)).filter((name) => name.endsWith('.html')).sort();
    const found = await openBrowser({ cache: places.cache });
    if ('browser' in found) browser = found.browser;
    else reason = found.reason;
  });
  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A page of the site, as wide as a telephone unless said otherwise, and all that went wrong in it; undefined, and the
   *  test skipped, without a browser. */
  async function open(
    t: TestContext,
    name: string,
    { width = 390 } = {},
  ): Promise<{ page: Page; faults: string[] } | undefined> {
    if (!browser) {
      t.skip(reason);
      return undefined;
    }
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: 'dark' });
    t.after(() => page.close());
    const faults = watchPage(page);
    await page.goto(`file://${path.join(out, name)}`);
    return { page, faults };
  }

  it('says that nothing was run, and has the numbers that the notebooks recorded', async () => {
    assert.equal(results.source, 'repository');
    assert.ok(results.notebooks.every(({ state }) => state === 'committed'));
    assert.ok(results.results.some(({ label, ours }) => label === 'Classes' && ours === '19'));
    const overview = await readFile(path.join(out, 'index.html'), 'utf8');
    assert.match(
      overview,
      /outputs as they are in the repository, not run here · profile quick · generated data/,
    );
    assert.match(overview, /<td>Whole CAPTCHAs by p\^5<\/td><td>73\.04%<\/td>/);
  });

  it('has a first page under 300 kB, and 90 MB in all', async (t) => {
    const overview = await readFile(path.join(out, 'index.html'), 'utf8');
    const parts = [...overview.matchAll(/(?:src|<link [^>]*href)="([^":]+)"/g)].map(([, file]) => file);
    assert.ok(parts.includes('assets/site.css') && parts.includes('images/01-thumbnail.png'), parts.join());
    assert.ok(!parts.some((file) => file.includes('plotly')), parts.join());
    const size = async (file: string): Promise<number> => (await stat(path.join(out, file))).size;
    const first = await Promise.all(['index.html', ...parts].map(size));
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    const files = entries.filter((one) => one.isFile());
    const all = await Promise.all(
      files.map((one) => size(path.relative(out, path.join(one.parentPath, one.name)))),
    );
    const sum = (sizes: number[]): number => sizes.reduce((total, bytes) => total + bytes, 0);
    t.diagnostic(`the first page has ${sum(first)} bytes, out/ ${sum(all)}`);
    assert.ok(sum(first) < 300e3, `the first page has ${sum(first)} bytes`);
    assert.ok(sum(all) < 90e6, `out/ has ${sum(all)} bytes`);
  });

  it('shows on its first page a picture of each notebook that has one, and never a broken one', async (t) => {
    const opened = await open(t, 'index.html');
    if (!opened) return;
    const { page, faults } = opened;
    await check(page, faults);
    const shown = await page
      .locator('.notebooks li')
      .evaluateAll((items) =>
        items.map(
          (item) => [item.querySelector('h2')!.textContent, item.querySelectorAll('img').length] as const,
        ),
      );
    assert.equal(shown.length, results.notebooks.length);
    assert.deepEqual(shown.at(-1), ['99 · A notebook of the tests', 1]);
    assert.equal(await page.locator('.notebooks p').first().isVisible(), true);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
    assert.ok((await page.locator('.skip').boundingBox())!.y >= 0, 'the skip link stays out of sight');
  });

  it('has pages that open without a fault, draw every figure, fit a telephone and pass axe', async (t) => {
    const others = ['index.html', TRY_PAGE, CLEAN_PAGE, NETWORK_PAGE];
    const names = pages.filter((name) => !others.includes(name) && !name.startsWith('exercises-'));
    assert.equal(names.length, results.notebooks.length);
    // Half a minute for all of them, which `npm run check -- page` takes; here the first, the largest and the one of all figures.
    const some = ['01-the-data-set.html', '11-filters.html', '99-test.html'];
    const chosen = process.env.CAPTCHA_CHECK_PAGES === 'all' ? names : some;
    assert.ok(some.every((name) => names.includes(name)));
    for (const name of chosen) {
      await t.test(name, async (inner) => {
        const opened = await open(inner, name);
        if (!opened) return;
        const { page, faults } = opened;
        const { cells } = await readNotebook(path.join(out, 'notebooks', name.replace('.html', '.ipynb')));
        const figures = figuresIn(cells.flatMap(({ outputs }) => outputs ?? [])).length;
        assert.equal(await page.locator('.figure').count(), figures);
        await check(page, faults);
        assert.equal((await page.locator('.contents a').count()) > 0, true, 'no table of contents');
        assert.equal((await page.locator('header a[rel]').count()) > 0, true, 'no way to the next notebook');
      });
    }
  });

  it('leads from its first page to those of the bench, and from each to the others', async (t) => {
    const bench = [TRY_PAGE, CLEAN_PAGE, NETWORK_PAGE].filter((name) => pages.includes(name));
    const opened = await open(t, 'index.html');
    if (!opened) return;
    const { page, faults } = opened;
    for (const from of ['index.html', ...bench]) {
      await page.goto(`file://${path.join(out, from)}`);
      const links = await page
        .locator('a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
      const wanted = bench.filter((name) => name !== from);
      assert.deepEqual(
        wanted.filter((name) => !links.includes(name)),
        [],
        `missing in ${from}`,
      );
    }
    assert.deepEqual(faults, []);
  });

  it('has a page of exercises for each notebook of them, and no link to a page that is not there', async () => {
    const copies = (await readdir(path.join(ROOT, 'notebooks', 'exercises'))).filter((name) =>
      name.endsWith('.ipynb'),
    );
    assert.deepEqual(
      pages.filter((name) => name.startsWith('exercises-')),
      copies.map((name) => `exercises-${name.replace('.ipynb', '.html')}`).sort(),
    );
    const broken: string[] = [];
    for (const name of pages) {
      const html = await readFile(path.join(out, name), 'utf8');
      const links = [...html.matchAll(/<a [^>]*href="([^"#:]+\.html)(?:#[^"]*)?"/g)].map(([, link]) => link);
      broken.push(...links.filter((link) => !pages.includes(link)).map((link) => `${name}: ${link}`));
    }
    assert.deepEqual(broken, []);
    const fourth = await readFile(path.join(out, '04-a-first-network.html'), 'utf8');
    for (const stem of ['04a-learning-by-hand', '04-a-first-network']) {
      assert.ok(fourth.includes(`href="exercises-${stem}.html"`), stem);
    }
  });

  it('leads from its first page to the one that reads CAPTCHAs', async (t) => {
    if (!existsSync(TRY_READER)) {
      t.skip(`no ${path.relative(ROOT, TRY_READER)}: \`npm run models\` makes it`);
      return;
    }
    const opened = await open(t, 'index.html');
    if (!opened) return;
    const { page, faults } = opened;
    await page.getByRole('link', { name: 'See a CAPTCHA being read' }).click();
    await page.locator('#reading').waitFor();
    assert.equal(path.basename(page.url()), TRY_PAGE);
    assert.deepEqual(faults, []);
  });

  it('has figures that tell what lies under the pointer, and hide a curve on a click in the legend', async (t) => {
    const opened = await open(t, '99-test.html', { width: 1000 });
    if (!opened) return;
    const { page, faults } = opened;
    const figure = page.locator('.figure').first();
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('.main-svg').first().waitFor();
    const traces = (): Promise<number> => figure.locator('.scatterlayer .trace').count();
    const before = await traces();
    await figure.locator('.nsewdrag').first().hover();
    await figure.locator('.hoverlayer .legend, .hoverlayer .hovertext').first().waitFor();
    assert.deepEqual(await buttonsOf(page), {
      titles: ['Autoscale', 'Download plot as a PNG', 'Pan', 'Reset axes', 'Zoom', 'Zoom in', 'Zoom out'],
      servers: [''],
    });
    await figure.locator('.legendtoggle').first().click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('.figure .scatterlayer .trace').length < count,
      before,
    );
    assert.ok(before >= FIGURES[0].data.length, `${before} traces`);
    // As when a telephone is turned.
    await page.setViewportSize({ width: 390, height: 800 });
    await page.waitForFunction(() =>
      Array.from(document.querySelectorAll('.main-svg')).every(
        (plot) => plot.getBoundingClientRect().width <= 390,
      ),
    );
    assert.deepEqual(faults, []);
  });

  it('has one stop of the Tab key for each figure, with a ring, and the arrow keys for its buttons', async (t) => {
    const opened = await open(t, '99-test.html', { width: 1000 });
    if (!opened) return;
    const { page, faults } = opened;
    for (const figure of await page.locator('.figure').all()) {
      await figure.scrollIntoViewIfNeeded();
      await figure.locator('.modebar-btn[tabindex="0"]').waitFor();
      assert.equal(await figure.locator('.plot [tabindex="0"]').count(), 1);
    }
    const first = page.locator('.figure').first();
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute('data-title') ?? null);
    await first.locator('.modebar-btn[tabindex="0"]').focus();
    assert.equal(await focused(), 'Download plot as a PNG');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'Zoom');
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
      return { outlineStyle, width: parseFloat(outlineWidth) };
    });
    assert.ok(ring.outlineStyle === 'solid' && ring.width >= 2, JSON.stringify(ring));
    const shown = await first.locator('.modebar').evaluate((bar) => getComputedStyle(bar).opacity);
    assert.equal(shown, '1');
    await page.keyboard.press('Tab');
    assert.equal(
      await first.evaluate((figure) => figure.querySelector('.plot')!.contains(document.activeElement)),
      false,
    );
    assert.deepEqual(faults, []);
  });
});

/** Scrolls through a page, dark at first, and holds it to the rules: figures drawn, no fault, no serious finding of axe in
 *  either colour scheme, nothing wider than the window. */
async function check(page: Page, faults: readonly string[]): Promise<void> {
  // Only colours change with the scheme. Before the figures are drawn: each would be drawn twice.
  assert.deepEqual(await seriousFindings(page, { rules: ['color-contrast'] }), [], 'axe, dark');
  await page.emulateMedia({ colorScheme: 'light' });
  for (const figure of await page.locator('.figure').all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('.main-svg').first().waitFor();
  }
  assert.deepEqual(await misplacedTexts(page), [], 'cut or overlapping titles');
  const images = await page.evaluate(async () => {
    const all = Array.from(document.images);
    for (const one of all) one.loading = 'eager';
    await Promise.allSettled(all.map((one) => one.decode()));
    return all.filter((one) => !one.naturalWidth || !one.alt).map((one) => one.src.slice(0, 100));
  });
  assert.deepEqual(images, [], 'pictures broken or without a text');
  // What plotly draws is the same everywhere, and large: one page of ours has it looked through.
  const plots = page.url().endsWith('99-test.html') ? 'all' : 'none';
  assert.deepEqual(await seriousFindings(page, { plots }), [], 'axe, light');
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.equal(tooWide, 0, 'the page scrolls sideways');
  assert.deepEqual(faults, []);
}
