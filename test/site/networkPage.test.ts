import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { generateCaptcha } from 'captcha-lab/generator';
import type { GreyImage } from 'captcha-lab/image';
import { loadModel } from 'captcha-lab/model';
import { ALPHABET, cropCharacters, preprocess } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { activations, gradCam, heatMapOver, strongestExamples, tileOf } from 'captcha-lab/visualize';
import type { Page } from 'playwright-core';
import { drawnCharacters } from '../../scripts/notebook/site/network/drawnCharacters';
import type { DrawnCharacter } from '../../scripts/notebook/site/network/networkData';
import { addNetworkPage, NETWORK_PAGE } from '../../scripts/notebook/site/network/networkPage';
import type { SiteFiles } from '../../scripts/notebook/site/notebookPage';
import { fitsEverybody } from './fitsEverybody';
import { pageInBrowser, whyNoPage, type PageInBrowser } from './pageInBrowser';
import { withoutWasm } from './withoutWasm';

/** The narrow network: the page is the same for each, and this one is quick. */
const NARROW = path.join(__dirname, '..', '..', 'data', 'models', 'table-iv');
const INPUT_SCALE = 1 / 255;
/** Characters compared with Node; `npm run check -- page` takes 100. */
const COMPARED = process.env.CAPTCHA_CHECK_PAGES === 'all' ? 100 : 4;
const skip =
  whyNoPage() ?? (existsSync(NARROW) ? false : 'no data/models/table-iv: `npm run models` makes it');

describe('the page that looks into a network', { skip }, () => {
  const { train, test } = drawnCharacters(1);
  let built: PageInBrowser | { reason: string } | undefined;
  before(async () => {
    built = await pageInBrowser((files) => addNetworkPage(files, { run: 'a test', networks: [NARROW] }));
  });
  after(async () => {
    if (built && 'close' in built) await built.close();
  });

  /** Opens the page and has it load its network; undefined, and the test skipped, without a browser. */
  async function open(
    t: TestContext,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<{ page: Page; faults: string[] } | undefined> {
    if (!built || 'reason' in built) {
      t.skip(built?.reason ?? 'not built');
      return undefined;
    }
    const opened = await built.open(NETWORK_PAGE, { prepare });
    t.after(() => opened.page.close());
    await opened.page.getByRole('button', { name: 'Load the network' }).click();
    await opened.page.locator('#bench').waitFor();
    return opened;
  }

  it('loads its network when it is asked to and not before', async (t) => {
    if (!built || 'reason' in built) {
      t.skip(built?.reason ?? 'not built');
      return;
    }
    const asked: string[] = [];
    const { page, faults } = await built.open(NETWORK_PAGE, {
      prepare: async (one) => {
        one.on('request', (request) => asked.push(path.basename(request.url())));
        await Promise.resolve();
      },
    });
    t.after(() => page.close());
    assert.ok(!asked.includes('network-data.js'), asked.join());
    assert.equal(await page.locator('#bench').isVisible(), false);
    await page.getByRole('button', { name: 'Load the network, 1.2 MB' }).click();
    await page.locator('#bench').waitFor();
    assert.ok(asked.includes('network-data.js'), asked.join());
    assert.deepEqual(faults, []);
  });

  it('reads, maps and explains characters as the library does in Node', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const model = await narrow(t);
    await page.locator('input[value=convolution_2]').check({ force: true });
    for (let index = 0; index < COMPARED; index++) {
      // Of every class in turn.
      const [label, example] = [(index * 7) % 19, Math.floor(index / 19)];
      const image = characterOf(test[label * 10 + example]);
      await page.locator('#example').fill(String(example + 1));
      await page.locator('#character').selectOption(ALPHABET[label]);
      await page.waitForFunction(
        (wanted) => document.getElementById('pad')!.getAttribute('aria-label')!.startsWith(wanted),
        `The character ${ALPHABET[label]},`,
      );
      await answered(page);
      const filter = Number(await page.locator('#filter').inputValue()) - 1;
      const what = `${ALPHABET[label]} ${example + 1}`;
      assert.ok(far(await greysOf(page, 'pad'), image.data) === 0, `${what} is another picture`);
      const shares = sharesInNode(model, image);
      const ranked = await classesIn(page);
      for (const { character, share } of ranked) {
        const own = shares[ALPHABET.indexOf(character)];
        assert.ok(Math.abs(own - share) < 1e-3, `${what}: ${character} ${share}, ${own}`);
      }
      assert.equal(ranked[0].character, ALPHABET[shares.indexOf(Math.max(...shares))], what);
      const [{ maps, ...size }] = activations(model, image, {
        inputScale: INPUT_SCALE,
        layers: ['convolution_2'],
      });
      const tile = tileOf({ ...size, values: maps[filter] });
      assert.ok(far(await greysOf(page, 'map'), tile.data) <= 2, `${what}: the map differs`);
      const [cam] = gradCam(model, [image], { inputScale: INPUT_SCALE });
      const reds = heatMapOver(image, cam).data.filter((_, at) => at % 4 === 0);
      assert.ok(far(await greysOf(page, 'cam'), reds) <= 2, `${what}: Grad-CAM differs`);
    }
    const milliseconds = Number(await page.locator('body').getAttribute('data-milliseconds'));
    t.diagnostic(`${milliseconds.toFixed(1)} ms from knob to picture`);
    assert.deepEqual(faults, []);
  });

  it('finds the training characters that a filter answers most, as the library does in Node', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const model = await narrow(t);
    await page.locator('input[value=pooling_1]').check({ force: true });
    await page.locator('#strongest[data-done="190"]').waitFor();
    const filter = Number(await page.locator('#filter').inputValue()) - 1;
    const shown = await page
      .locator('#strongest canvas')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    const [{ examples, responses }] = strongestExamples(model, train.map(characterOf), {
      inputScale: INPUT_SCALE,
      layer: 'pooling_1',
      filters: [filter],
    });
    const wanted = examples.map((example, rank) => {
      const { text, place } = train[example];
      return `${text[place]}, answered with ${responses[rank].toFixed(2)}`;
    });
    assert.deepEqual(shown, wanted);
    assert.deepEqual(faults, []);
  });

  it('can be drawn on by finger and by keyboard, and asked about another class', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const ink = async (): Promise<number> =>
      (await greysOf(page, 'pad')).filter((value) => value === 0).length;
    await page.getByRole('button', { name: 'Empty paper' }).click();
    assert.equal(await ink(), 0);
    await page.locator('#pad').scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await page.locator('#pad').boundingBox())!;
    await page.mouse.move(x + width * 0.2, y + height * 0.5);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.8, y + height * 0.5);
    await page.mouse.up();
    const drawn = await ink();
    assert.ok(drawn >= 3 * 13 && drawn <= 3 * 17, `${drawn} pixels`);
    await page.getByLabel('paper').check();
    await page.locator('#pad').focus();
    await page.keyboard.press('Space');
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Space');
    await page.locator('#character').focus();
    assert.equal(await ink(), drawn - 2 * 9);
    assert.match((await page.locator('#truth').textContent())!, /^The network reads .\.$/);
    await answered(page);
    const told = (): Promise<string | null> => page.locator('#cam').getAttribute('aria-label');
    const ranked = await classesIn(page);
    assert.ok((await told())!.startsWith(`Grad-CAM for ${ranked[0].character}.`));
    await page.locator('input[name=class]').first().focus();
    await page.keyboard.press('ArrowDown');
    assert.ok((await told())!.startsWith(`Grad-CAM for ${ranked[1].character}.`), (await told())!);
    await page.locator('#example').fill('11');
    assert.match((await page.locator('#message').textContent())!, /from 1 to 10, not “11”/);
    assert.deepEqual(faults, []);
  });

  it('lets a map be chosen by a click, and each layer by keyboard', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    const { page, faults } = opened;
    const sheet = (await page.locator('#sheet').boundingBox())!;
    await page.locator('#sheet').click({ position: { x: sheet.width - 8, y: 8 } });
    const last = Number(await page.locator('#filter').inputValue());
    assert.ok(last > 5 && last < 20, `the last of the first row is ${last}`);
    await page.locator('input[name=layer]').first().focus();
    const told: string[] = [];
    for (let layer = 0; layer < 6; layer++) {
      told.push((await page.locator('#layer-told').textContent())!.replace(/;.*/, ''));
      await page.keyboard.press('ArrowRight');
    }
    assert.deepEqual(told, [
      'Convolution 1: 64 maps of 38 rows and 21 columns',
      'Convolution 2: 64 maps of 36 rows and 19 columns',
      'Pooling 1: 64 maps of 18 rows and 9 columns',
      'Convolution 3: 128 maps of 16 rows and 7 columns',
      'Convolution 4: 128 maps of 14 rows and 5 columns',
      'Pooling 2: 128 maps of 7 rows and 2 columns',
    ]);
    assert.deepEqual(faults, []);
  });

  it('answers the same by plain JavaScript where WebAssembly is missing, and says so', async (t) => {
    const opened = await open(t, withoutWasm);
    if (!opened) return;
    const { page, faults } = opened;
    const model = await loadModel(NARROW);
    const shares = sharesInNode(model, characterOf(test[0]));
    model.dispose();
    await answered(page);
    assert.match((await page.locator('#message').textContent())!, /by plain JavaScript/);
    const [{ character, share }] = await classesIn(page);
    assert.ok(Math.abs(shares[ALPHABET.indexOf(character)] - share) < 1e-3);
    assert.deepEqual(faults, []);
  });

  it('passes axe in light and dark and does not scroll sideways, on a desk and on a telephone', async (t) => {
    const opened = await open(t);
    if (!opened) return;
    await opened.page.locator('#strongest[data-done="190"]').waitFor();
    await fitsEverybody(opened.page);
    assert.deepEqual(opened.faults, []);
  });
});

describe('which network the page has', { skip }, () => {
  it('is the first that is small enough, by its card', async () => {
    const files: SiteFiles = new Map();
    const networks = [path.join(NARROW, 'missing'), NARROW];
    assert.equal(await addNetworkPage(files, { run: 'a test', networks }), true);
    const page = String(files.get(NETWORK_PAGE));
    assert.match(page, /the report's Table IV at 0\.25 of its layer widths|the report&#39;s Table IV/);
    assert.match(page, /87,210 characters of generated data, in 5 epochs/);
    assert.match(page, /907 of 1,060 \(85\.57%\)/);
    const none: SiteFiles = new Map();
    assert.equal(await addNetworkPage(none, { run: 'a test', networks, mostBytes: 1e6 }), false);
    assert.equal(none.size, 0);
  });
});

/** The network of the page in Node, for one test. */
async function narrow(t: TestContext): Promise<tf.LayersModel> {
  const model = await loadModel(NARROW);
  t.after(() => {
    model.dispose();
  });
  return model;
}

/** A character as the page draws it. */
function characterOf({ text, seed, place }: DrawnCharacter): GreyImage {
  return cropCharacters(preprocess(generateCaptcha({ text, seed }).image).clean)[place];
}

function sharesInNode(model: tf.LayersModel, { width, height, data }: GreyImage): number[] {
  return tf.tidy(() => {
    const batch = tf.tensor4d(
      Float32Array.from(data, (value) => value * INPUT_SCALE),
      [1, height, width, 1],
    );
    return Array.from((model.predict(batch) as tf.Tensor).dataSync());
  });
}

/** Waits until what was asked last is answered: a page that is slow waits for the pen to rest. */
async function answered(page: Page): Promise<void> {
  await page.waitForTimeout(50);
  await page.locator('body:not([data-waiting])').waitFor();
}

/** The classes that the page names, the strongest first. */
function classesIn(page: Page): Promise<{ character: string; share: number }[]> {
  return page.locator('.class').evaluateAll((all) =>
    all.map((one) => ({
      character: one.querySelector('.letter')!.textContent,
      share: Number((one.querySelector('.share') as HTMLElement).dataset.share),
    })),
  );
}

/** The red values of a canvas, which in a grey picture are its greys. */
async function greysOf(page: Page, id: string): Promise<Uint8Array> {
  const values = await page.evaluate((name) => {
    const canvas = document.getElementById(name) as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return Array.from({ length: data.length / 4 }, (_, pixel) => data[4 * pixel]);
  }, id);
  return Uint8Array.from(values);
}

/** Largest difference of two pictures; infinite where their sizes differ. */
function far(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== other.length) return Infinity;
  return one.reduce((most, value, at) => Math.max(most, Math.abs(value - other[at])), 0);
}
