import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { showFigure } from 'captcha-lab/notebook';
import { PLOT_SETTINGS } from 'captcha-lab/plots';
import type { Page } from 'playwright-core';
import { PLOTLY } from '../../scripts/notebook/site/siteAssets';
import { FIGURES } from '../site/siteWithFigures';
import { buttonsOf } from '../site/buttonsOf';
import { suiteBrowser } from '../site/suiteBrowser';
import { recordingDisplay } from './recordingDisplay';

const skip = existsSync(PLOTLY) ? false : 'no plotly.min.js: `npm run setup` makes it';

/** The outputs of cells that show `FIGURES`, without the copy of plotly.js that the first may carry. */
function outputs(): string[] {
  const display = recordingDisplay();
  for (const figure of FIGURES) showFigure(figure, { display });
  return display.shown.map(({ content }) =>
    String(content).replace(/^<script class="captcha-lab-plotly">[^]*?<\/script>/, ''),
  );
}

describe('a figure of a notebook in a page', { skip }, () => {
  const browserFor = suiteBrowser();

  async function open(t: TestContext): Promise<Page | undefined> {
    const browser = browserFor(t);
    if (!browser) return undefined;
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.clock.install();
    await page.setContent(`<!doctype html><main>${outputs().join('')}</main>`);
    return page;
  }

  it('waits for plotly.js without end, says what brings it, and draws when it comes', async (t) => {
    const page = await open(t);
    if (!page) return;
    await page.clock.runFor(60_000);
    assert.equal(await page.getByText('run the first cell of the notebook').count(), FIGURES.length);
    await page.addScriptTag({ path: PLOTLY });
    await page.clock.runFor(1000);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.js-plotly-plot').length === count,
      FIGURES.length,
    );
    assert.equal(await page.getByText('run the first cell of the notebook').count(), 0);
  });

  it('asks the Jupyter server that it came from, once for all figures of the page', async (t) => {
    const page = await open(t);
    if (!page) return;
    const asked: string[] = [];
    await page.route('http://lab.invalid/**', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ path: PLOTLY });
    });
    await page.evaluate(() => {
      const config = document.createElement('script');
      config.id = 'jupyter-config-data';
      config.type = 'application/json';
      config.textContent = JSON.stringify({ fullLabextensionsUrl: 'http://lab.invalid/lab/extensions' });
      document.head.append(config);
    });
    await page.clock.runFor(1000);
    await page.waitForFunction(() => 'Plotly' in window);
    await page.clock.runFor(1000);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.js-plotly-plot').length === count,
      FIGURES.length,
    );
    assert.deepEqual(asked, ['http://lab.invalid/lab/extensions/captcha-lab/static/plotly.min.js']);
  });

  it('offers to zoom, to move and to save, and nothing that selects or uploads', async (t) => {
    const page = await open(t);
    if (!page) return;
    await page.addScriptTag({ path: PLOTLY });
    await page.clock.runFor(1000);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.js-plotly-plot').length === count,
      FIGURES.length,
    );
    assert.deepEqual(await buttonsOf(page), {
      titles: ['Autoscale', 'Download plot as a PNG', 'Pan', 'Reset axes', 'Zoom', 'Zoom in', 'Zoom out'],
      servers: [''],
    });
  });

  it('carries the same as JSON for front ends with a plotly of their own', () => {
    const display = recordingDisplay();
    showFigure(FIGURES[0], { display });
    const { data, layout } = FIGURES[0];
    assert.deepEqual(display.shown[0].also, {
      'application/vnd.plotly.v1+json': { data, layout, config: PLOT_SETTINGS },
    });
    assert.equal(PLOT_SETTINGS.plotlyServerURL, '');
  });
});
