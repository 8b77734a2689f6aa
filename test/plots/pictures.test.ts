import assert from 'node:assert/strict';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { encodeRgbaPng, rgbaImage } from 'captcha-lab/image';
import { drawFigures } from '../../scripts/notebook/drawFigures';
import { openBrowser } from '../../scripts/notebook/openBrowser';
import { comparePictures, halved } from './comparePictures';
import { EXAMPLES } from './examples';
import { pixelsOf } from './pictureOf';
import { readCommitted, UPDATE, writeWhole } from './snapshot';

const ROOT = path.join(__dirname, '..', '..');
const CACHE = path.join(ROOT, '.cache');
const FOLDER = path.join(ROOT, 'test', 'fixtures', 'plots');
/** Narrow, as a telephone: what fits there fits elsewhere. */
const WIDTH = 390;
const DRAWN = ['confusionFigure', 'reliabilityDiagram', 'imageGridFigure'];
/** The browser's version is fixed and nothing in a figure is random; another processor may round edges differently. */
const ALLOWED = { mean: 0.25, share: 0.001 };

describe('a figure drawn by a browser', () => {
  let browser: Browser | undefined;
  let reason = '';
  before(async () => {
    const found = await openBrowser({ cache: CACHE });
    if ('reason' in found) {
      reason = found.reason;
    } else if (!found.name.startsWith('Chromium ')) {
      reason = `only the Chromium that comes with the kit has the same fonts everywhere, this is ${found.name}`;
      await found.browser.close();
    } else {
      browser = found.browser;
    }
  });
  after(() => browser?.close());

  for (const name of DRAWN) {
    it(`${name} looks as it did`, async (t) => {
      if (browser === undefined) {
        t.skip(reason);
        return;
      }
      const figure = EXAMPLES[name]();
      const [{ png }] = await drawFigures([{ ...figure, layout: { ...figure.layout, width: WIDTH } }], {
        browser,
        plotly: require.resolve('plotly.js-dist/plotly.js'),
      });
      const now = halved(await pixelsOf(png));
      const file = path.join(FOLDER, `${name}.png`);
      if (UPDATE) {
        await writeWhole(file, encodeRgbaPng(now));
        return;
      }
      const changed = path.join(CACHE, `${name}-changed.png`);
      const committed = await pixelsOf(await readCommitted(file));
      const same = committed.width === now.width && committed.height === now.height;
      const { mean, share } = same ? comparePictures(now, committed) : { mean: 255, share: 1 };
      if (mean <= ALLOWED.mean && share <= ALLOWED.share) {
        await rm(changed, { force: true });
        return;
      }
      await mkdir(CACHE, { recursive: true });
      await writeWhole(changed, encodeRgbaPng(now));
      assert.fail(
        `${name} looks different: ${now.width} x ${now.height} pixels, before ${committed.width} x ${committed.height}; ` +
          `mean difference ${mean.toFixed(2)} of 255, ${(100 * share).toFixed(2)} % of pixels much different. ` +
          `Compare ${changed} with ${file}; if this was meant, UPDATE_SNAPSHOTS=1 writes the new pictures.`,
      );
    });
  }
});

describe('comparePictures', () => {
  const grey = (...values: number[]) =>
    rgbaImage(2, 2, Uint8Array.from(values.flatMap((value) => [value, value, value, 255])));

  it('tells a picture that is a little different all over from one with a changed place', () => {
    assert.deepEqual(comparePictures(grey(1, 2, 3, 4), grey(1, 2, 3, 4)), { mean: 0, share: 0 });
    assert.deepEqual(comparePictures(grey(1, 2, 3, 4), grey(2, 3, 4, 3)), { mean: 1, share: 0 });
    assert.deepEqual(comparePictures(grey(0, 0, 0, 0), grey(0, 0, 0, 200)), { mean: 50, share: 0.25 });
    assert.throws(() => comparePictures(grey(0, 0, 0, 0), rgbaImage(1, 1)), /sizes differ, 2 x 2 and 1 x 1/);
  });

  it('halves a picture by the mean of four pixels', () => {
    assert.deepEqual(halved(grey(0, 100, 100, 2)), rgbaImage(1, 1, Uint8Array.of(51, 51, 51, 255)));
  });
});
