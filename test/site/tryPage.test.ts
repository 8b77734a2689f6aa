import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { generateCaptcha, hardenedCaptcha, KNOBS } from 'captcha-lab/generator';
import { encodePng, greyImage } from 'captcha-lab/image';
import { deriveSeed } from 'captcha-lab/random';
import { loadReader } from 'captcha-lab/reader';
import type { Page } from 'playwright-core';
import { TRY_READER } from '../../scripts/notebook/site/try/tryPage';
import { fitsEverybody } from './fitsEverybody';
import { guardedCanvas } from './guardedCanvas';
import { sameAsInNode } from './sameAsInNode';
import { tryPageInBrowser, whyNoTryPage, type TryPageInBrowser } from './tryPageInBrowser';
import { withoutWasm } from './withoutWasm';

describe('the page that reads CAPTCHAs', { skip: whyNoTryPage() ?? false }, () => {
  let built: TryPageInBrowser | { reason: string } | undefined;
  before(async () => {
    built = await tryPageInBrowser();
  });
  after(async () => {
    if (built && !('reason' in built)) await built.close();
  });

  async function open(
    t: TestContext,
    options?: Parameters<TryPageInBrowser['open']>[0],
  ): Promise<{ page: Page; faults: string[] } | undefined> {
    if (!built || 'reason' in built) {
      t.skip(built?.reason ?? 'not built');
      return undefined;
    }
    const opened = await built.open(options);
    t.after(() => opened.page.close());
    return opened;
  }

  it('draws the same pictures as Node and reads the same, from disk and without a network', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const reader = await loadReader(TRY_READER);
    const { text } = generateCaptcha({ seed: 1 });
    assert.equal(await page.locator('#text').inputValue(), text);
    assert.match((await page.locator('#message').textContent())!, /in \d+ ms by WebAssembly/);
    const drawings = ['n2dw7', '2226d', 'yyy88', text].map((each, seed) => ({ text: each, seed }));
    await sameAsInNode(page, reader, drawings);
    await page.getByRole('button', { name: 'Draw another' }).click();
    const { text: next } = generateCaptcha({ seed: drawings.length });
    assert.equal(await page.locator('#text').inputValue(), next);
    assert.equal(await page.locator('#picture').getAttribute('aria-label'), `The CAPTCHA ${next}`);
    assert.deepEqual(faults, []);
    reader.dispose();
  });

  it('draws with each of the knobs turned, and with all, as Node does', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const reader = await loadReader(TRY_READER);
    const settings = [...KNOBS.map((knob) => [knob]), KNOBS];
    await sameAsInNode(
      page,
      reader,
      settings.map((knobs, seed) => ({ text: '7n2dw', seed, knobs })),
    );
    reader.dispose();
    const label = page.getByLabel('overlap');
    await page.getByLabel('all of them').check();
    await page.getByLabel('all of them').uncheck();
    await label.check();
    const { text, image } = hardenedCaptcha({ seed: 4, text: '7n2dw', knobs: ['overlap'] });
    assert.equal(await page.locator('#picture').getAttribute('aria-label'), `The CAPTCHA ${text}`);
    assert.ok((await greysOf(page, 'picture')).equals(image.data), 'a knob is followed at once');
    assert.match((await page.locator('main').textContent())!, /all of them26 of 1,000652 of 1,000/);
    assert.deepEqual(faults, []);
  });

  it('lets somebody read against it, by keyboard, and gives the numbers as CSV', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const reader = await loadReader(TRY_READER);
    await page.getByLabel('overlap').check();
    await page.getByRole('button', { name: 'Start' }).focus();
    await page.keyboard.press('Enter');
    let read = 0;
    for (let turn = 0; turn < 20; turn++) {
      assert.match(
        (await page.locator('#duel-told').textContent())!,
        new RegExp(`^Picture ${turn + 1} of 20`),
      );
      const seed = deriveSeed(deriveSeed(1, 'contest', 0), 'duel', turn);
      const { text, image } = hardenedCaptcha({ seed, knobs: ['overlap'] });
      assert.ok((await greysOf(page, 'duel-picture')).equals(image.data), `picture ${turn + 1}`);
      if (reader.read([image])[0].text === text) read++;
      // One of them wrong.
      await page.keyboard.type(turn === 0 ? 'wrong' : text);
      await page.keyboard.press('Enter');
    }
    reader.dispose();
    const rows = await page.locator('#duel-rows tr').allTextContents();
    assert.match(rows[0], /^You19 of 2095% \(76% to 99%\)/);
    assert.ok(rows[1].startsWith(`The machine${read} of 20`), rows[1]);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    const csv = (await readFile(await saved.path(), 'utf8')).split('\r\n');
    assert.equal(csv.length, 22);
    assert.match(csv[1], /^1,overlap,\d+,\w{5},wrong,/);
    assert.deepEqual(faults, []);
  });

  it('takes every format that the library reads, and remarks on transparency', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const { image, text } = generateCaptcha({ seed: 7 });
    const { Jimp } = await import('jimp');
    const picture = new Jimp({ width: 200, height: 50 });
    image.data.forEach((grey, pixel) => {
      picture.bitmap.data.set([grey, grey, grey, 255], 4 * pixel);
    });
    const canvas = createCanvas(200, 50);
    canvas.getContext('2d').drawImage(await loadImage(await picture.getBuffer('image/png')), 0, 0);
    const files = {
      bmp: await picture.getBuffer('image/bmp'),
      gif: await picture.getBuffer('image/gif'),
      webp: canvas.toBuffer('image/webp', 100),
    };
    for (const [ending, buffer] of Object.entries(files)) {
      await page.getByRole('button', { name: 'Draw', exact: true }).click();
      await page.locator('#file').setInputFiles({ name: `a.${ending}`, mimeType: `image/${ending}`, buffer });
      await page.locator('#picture[aria-label="The CAPTCHA that was chosen"]').waitFor();
      assert.equal(await page.locator('#answer').textContent(), text, ending);
      assert.match((await page.locator('#message').textContent())!, /^Read/);
    }
    picture.bitmap.data.fill(0, 0, 4);
    const buffer = await picture.getBuffer('image/png');
    await page.locator('#file').setInputFiles({ name: 'clear.png', mimeType: 'image/png', buffer });
    await page
      .locator('#message')
      .getByText('clear.png has transparent pixels; they were composed on white.')
      .waitFor();
    assert.equal((await greysOf(page, 'picture'))[0], 255);
    assert.deepEqual(faults, []);
  });

  it('reads the same by plain JavaScript where WebAssembly is missing, and says so', async (t) => {
    const opened = await open(t, { prepare: withoutWasm });
    if (!opened) return;
    const { page, faults } = opened;
    const reader = await loadReader(TRY_READER);
    await sameAsInNode(page, reader, [{ text: 'n2dw7', seed: 3 }]);
    assert.match((await page.locator('#message').textContent())!, /by plain JavaScript/);
    assert.deepEqual(faults, []);
    reader.dispose();
  });

  it('shows five distributions, and where it looked for the character chosen by keyboard', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page } = opened;
    assert.equal(await page.locator('.distribution').count(), 5);
    assert.equal(await page.locator('.distribution .row').count(), 5 * 19);
    const text = await page.locator('#text').inputValue();
    const named = await page.locator('#columns span').allTextContents();
    assert.equal(named.join(''), text);
    const looked = (): Promise<string | null> => page.locator('#looked').getAttribute('aria-label');
    const places: number[] = [];
    await page.locator('input[name=place]').first().focus();
    for (let place = 0; place < 5; place++) {
      const [, number, character, across] = /place (\d), (.): strongest (\d+)%/.exec((await looked())!)!;
      assert.deepEqual([Number(number), character], [place + 1, text[place]]);
      places.push(Number(across));
      assert.ok((await page.locator('#columns .chosen').count()) > 0);
      await page.keyboard.press('ArrowRight');
    }
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
      'from left to right',
    );
  });

  it('takes a picture that is chosen or dropped, and refuses others with a reason', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const message = page.locator('#message');
    const { image, text } = generateCaptcha({ seed: 7 });
    const give = (name: string, buffer: Buffer, mimeType = 'image/png'): Promise<void> =>
      page.locator('#file').setInputFiles({ name, mimeType, buffer });
    await give('seven.png', Buffer.from(await encodePng(image)));
    await page.locator('#picture[aria-label="The CAPTCHA that was chosen"]').waitFor();
    assert.equal(await page.locator('#answer').textContent(), text);
    const bare = greyImage(200, 50, new Uint8Array(10_000).fill(255));
    await give('bare.png', Buffer.from(await encodePng(bare)));
    await page.locator('#confidence').getByText('the network sees no five characters').waitFor();
    assert.equal(await page.locator('#places').isVisible(), false);
    await give('notes.txt', Buffer.from('no picture'), 'text/plain');
    await message.getByText('notes.txt is no picture that the browser can open').waitFor();
    assert.equal(await page.locator('#reading').isVisible(), false);
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    assert.equal(await page.locator('#reading').isVisible(), true);
    const large = Array.from(await encodePng(greyImage(300, 100, new Uint8Array(30_000))));
    await page.evaluate((bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], 'large.png', { type: 'image/png' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, large);
    await message.getByText('large.png has 300 × 100 pixels').waitFor();
    assert.deepEqual(faults, []);
  });

  it('never reads altered pixels: past a guarded canvas it decodes PNG itself and refuses the rest', async (t) => {
    const { image, text } = generateCaptcha({ seed: 7 });
    const png = Buffer.from(await encodePng(image));
    const jpeg = await jpegOf(png);
    for (const only of ['all', 'pictures'] as const) {
      const opened = await open(t, { prepare: (page) => guardedCanvas(page, { only }) });
      if (!opened) return;
      const { page, faults } = opened;
      await page.locator('#file').setInputFiles({ name: 'seven.png', mimeType: 'image/png', buffer: png });
      await page.locator('#picture[aria-label="The CAPTCHA that was chosen"]').waitFor();
      assert.equal(await page.locator('#answer').textContent(), text);
      const reader = await loadReader(TRY_READER);
      const [{ confidence }] = reader.read([image]);
      reader.dispose();
      const shown = Number(await page.locator('#answer').getAttribute('data-confidence'));
      assert.ok(Math.abs(shown - confidence) < 1e-3, `${only}: ${shown}, ${confidence}`);
      await page.locator('#file').setInputFiles({ name: 'seven.jpg', mimeType: 'image/jpeg', buffer: jpeg });
      await page.locator('#message').getByText('alters pictures that a page reads').waitFor();
      assert.match((await page.locator('#message').textContent())!, /Only a PNG .* seven\.jpg was not read/);
      assert.equal(await page.locator('#reading').isVisible(), false);
      assert.deepEqual(faults, []);
    }
  });

  it('says what is wrong with a text or a seed', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const cases: readonly (readonly [text: string, seed: string, said: RegExp])[] = [
      ['226m', '1', /must be 5 characters of 2345678\w+, not “226m”/],
      ['226mo', '1', /must be 5 characters of .*, not “226mo”/],
      ['mmmmm', '1', /“mmmmm” is too wide for the picture/],
      ['226md', '', /seed must be a whole number of at least 0/],
      ['226md', '-1', /seed must be .*, not “-1”/],
    ];
    for (const [text, seed, said] of cases) {
      await page.locator('#text').fill(text);
      await page.locator('#seed').fill(seed);
      await page.keyboard.press('Enter');
      assert.match((await page.locator('#message').textContent())!, said);
    }
    assert.deepEqual(faults, []);
  });

  it('passes axe in light and dark and does not scroll sideways, on a desk and on a telephone', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page } = opened;
    await fitsEverybody(page);
  });
});

describe('the page of a reader that is hardly ever sure', { skip: whyNoTryPage() ?? false }, () => {
  it('says "not sure" below what the card asks for, and has the card\'s numbers', async (t) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-reader-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await cp(TRY_READER, folder, { recursive: true });
    const file = path.join(folder, 'model.json');
    const json = JSON.parse(await readFile(file, 'utf8')) as { userDefinedMetadata: Record<string, unknown> };
    const measured = [
      { data: 'pictures <of> a test', characters: { correct: 4, n: 5 }, captchas: { correct: 1, n: 8 } },
    ];
    // Divided by this, no score is far above another.
    Object.assign(json.userDefinedMetadata, { temperature: 20, notSureBelow: 0.97, measured });
    await writeFile(file, JSON.stringify(json));
    const built = await tryPageInBrowser({ reader: folder });
    if ('reason' in built) {
      t.skip(built.reason);
      return;
    }
    t.after(() => built.close());
    const { page } = await built.open();
    assert.match((await page.locator('#confidence').textContent())!, /^Not sure: .*97\.0%/);
    assert.equal(await page.locator('#answer.unsure').count(), 1);
    assert.match((await page.locator('.card').textContent())!, /pictures <of> a test1 of 8 .*\(12\.5%\)/);
    assert.match((await page.locator('.card').textContent())!, /Not sure below97%/);
  });
});

/** The greys of a canvas of a CAPTCHA's size. */
async function greysOf(page: Page, id: string): Promise<Buffer> {
  const values = await page.evaluate((name) => {
    const canvas = document.getElementById(name) as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, 200, 50);
    return Array.from({ length: 10_000 }, (_, pixel) => data[4 * pixel]);
  }, id);
  return Buffer.from(values);
}

/** The same picture as a JPEG. */
async function jpegOf(png: Buffer): Promise<Buffer> {
  const canvas = createCanvas(200, 50);
  canvas.getContext('2d').drawImage(await loadImage(png), 0, 0);
  return canvas.toBuffer('image/jpeg');
}
