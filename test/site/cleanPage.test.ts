import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { generateCaptcha } from 'captcha-lab/generator';
import { crop, dilate, erode, otsu, threshold, type GreyImage } from 'captcha-lab/image';
import { preprocess } from 'captcha-lab/report';
import type { Page } from 'playwright-core';
import { addCleanPage, CLEAN_PAGE } from '../../scripts/notebook/site/clean/cleanPage';
import { fitsEverybody } from './fitsEverybody';
import { pageInBrowser, whyNoPage, type PageInBrowser } from './pageInBrowser';

/** Pictures compared with Node; `npm run check -- page` takes 100. */
const PICTURES = process.env.CAPTCHA_CHECK_PAGES === 'all' ? 100 : 5;

describe('the page that cleans CAPTCHAs', { skip: whyNoPage() ?? false }, () => {
  let built: PageInBrowser | { reason: string } | undefined;
  before(async () => {
    built = await pageInBrowser((files) => addCleanPage(files, { run: 'a test' }));
  });
  after(async () => {
    if (built && 'close' in built) await built.close();
  });

  async function open(t: TestContext): Promise<{ page: Page; faults: string[] } | undefined> {
    if (!built || 'reason' in built) {
      t.skip(built?.reason ?? 'not built');
      return undefined;
    }
    const opened = await built.open(CLEAN_PAGE);
    t.after(() => opened.page.close());
    await opened.page.locator('.crops canvas').nth(4).waitFor();
    return opened;
  }

  it('cleans as the library does in Node, each step', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    for (let seed = 1; seed <= PICTURES; seed++) {
      await page.locator('#seed').fill(String(seed));
      await page.locator('#text').fill(generateCaptcha({ seed }).text);
      await page.keyboard.press('Enter');
      const { otsu: binary, dilated, eroded, clean } = preprocess(generateCaptcha({ seed }).image);
      const wanted = [binary, dilated, eroded, clean].map(({ data }) => Buffer.from(data).toString('base64'));
      assert.deepEqual(await stepsIn(page), wanted, `seed ${seed}`);
    }
    const milliseconds = Number(await page.locator('body').getAttribute('data-milliseconds'));
    t.diagnostic(`${milliseconds.toFixed(1)} ms from knob to picture`);
    assert.deepEqual(faults, []);
  });

  it('follows every knob, and its program gives the same pictures', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const { image } = generateCaptcha({ seed: 1 });
    await page.getByLabel('1 Threshold: highest value').fill('90');
    await page.getByLabel('2 Dilation: rows').fill('2');
    await page.getByLabel('3 Erosion: iterations').fill('2');
    await page.getByRole('button', { name: '4 Dilation: earlier' }).click();
    await page.getByRole('button', { name: 'Add an erosion' }).click();
    await page.getByRole('button', { name: '2 Dilation: leave out' }).click();
    const box = page.getByRole('button', { name: /^Box 2/ });
    await box.focus();
    for (const key of ['ArrowRight', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowUp'])
      await page.keyboard.press(key);
    assert.equal(await box.getAttribute('aria-label'), 'Box 2: 22 × 37 pixels at column 52, row 11');
    const first = threshold(image, { at: 90 });
    const second = dilate(first, { kernel: { rows: 3, columns: 1 } });
    const third = erode(second, { kernel: { rows: 3, columns: 3 }, iterations: 2 });
    const last = erode(third);
    const wanted = [first, second, third, last];
    assert.deepEqual(
      await stepsIn(page),
      wanted.map(({ data }) => Buffer.from(data).toString('base64')),
    );
    const characters = runProgram((await page.locator('#code').textContent())!, image);
    assert.deepEqual(characters[1], crop(last, { x: 52, y: 11, width: 22, height: 37 }));
    assert.equal(characters.length, 5);
    await page.getByRole('button', { name: "The report's steps" }).click();
    assert.equal(await page.locator('.chain li').count(), 4);
    assert.deepEqual(faults, []);
  });

  it('says what is wrong with a text, and passes axe in light and dark on a desk and on a telephone', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    await page.locator('#text').fill('226m');
    await page.keyboard.press('Enter');
    assert.match((await page.locator('#message').textContent())!, /must be 5 characters of .*, not “226m”/);
    await fitsEverybody(page);
    assert.deepEqual(faults, []);
  });
});

/** The picture of each step, its grey values in base64. */
function stepsIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLCanvasElement>('.chain canvas'), (canvas) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return btoa(
        Array.from({ length: data.length / 4 }, (_, pixel) => String.fromCharCode(data[4 * pixel])).join(''),
      );
    }),
  );
}

/** What the page's program cuts from `image`, by the library itself. */
function runProgram(code: string, image: GreyImage): GreyImage[] {
  assert.match(code, /^import \{ crop, [\w, ]+ \} from 'captcha-lab\/image';\n/);
  const body = code.replace(/^import.*$/m, '').replace(/await readImage\('captcha\.png'\)/, 'given');
  const names = ['crop', 'dilate', 'erode', 'otsu', 'threshold', 'given'];
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the program is what is tested
  const run = new Function(...names, `${body}\nreturn characters;`) as (...all: unknown[]) => GreyImage[];
  return run(crop, dilate, erode, otsu, threshold, image);
}
