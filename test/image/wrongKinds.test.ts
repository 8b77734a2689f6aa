import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Jimp } from 'jimp';
import * as image from 'captcha-lab/image';
import {
  dilate,
  encodePng,
  encodeRgbaPng,
  greyImage,
  otsu,
  rgbaImage,
  threshold,
  writeImage,
  type GreyImage,
} from 'captcha-lab/image';

const grey = greyImage(4, 3, new Uint8Array(12));
const colour = rgbaImage(4, 3, new Uint8Array(48).fill(200));

/** Functions that take a grey picture first, with the options that make them run. */
const TAKE_GREY: Record<string, unknown[]> = {
  otsu: [],
  greyHistogram: [],
  threshold: [{ at: 3 }],
  dilate: [],
  erode: [],
  crop: [{ x: 0, y: 0, width: 1, height: 1 }],
  resize: [{ width: 2, height: 2 }],
  invert: [],
  drawBoxes: [[]],
  toRows: [],
  encodePng: [],
  warpAffine: [
    {
      matrix: [
        [1, 0, 0],
        [0, 1, 0],
      ],
    },
  ],
  warpByMap: [
    {
      map: image.createWarpMap({
        matrix: [
          [1, 0, 0],
          [0, 1, 0],
        ],
        sourceWidth: 4,
        sourceHeight: 3,
      }),
    },
  ],
};
type Callable = (...args: readonly unknown[]) => unknown;
const call = (name: string, ...args: readonly unknown[]) =>
  (image as unknown as Record<string, Callable>)[name](...args);
const rejects = (name: string, args: readonly unknown[], message: RegExp) =>
  assert.rejects(
    () => Promise.resolve().then(() => call(name, ...args)),
    (error: unknown) => {
      assert.ok(error instanceof TypeError, `${name}: ${String(error)}`);
      assert.match(error.message, message);
      return true;
    },
  );

describe('pictures of the wrong kind', () => {
  it('are refused by every function that takes a grey one, with the remedy', async () => {
    for (const [name, more] of Object.entries(TAKE_GREY)) {
      await call(name, grey, ...more);
      await rejects(
        name,
        [colour, ...more],
        new RegExp(
          `^${name}: image must be a grey image, got a colour picture \\(RGBA\\) of 4 x 3\\. greyFromRgba\\(`,
        ),
      );
      for (const [wrong, described] of [
        [undefined, 'undefined'],
        [null, 'null'],
        ['226md.png', '"226md\\.png"'],
        [Promise.resolve(grey), 'a promise; await it'],
        [[grey], 'a list of one'],
        [{}, 'an object without fields'],
        [{ width: 4, height: 3, data: new Uint8Array(5) }, '5 bytes for 4 x 3 pixels'],
        [
          { width: 4, height: 3, data: [1, 2] },
          'an object of 4 x 3 without its bytes \\(data, a Uint8Array\\)',
        ],
        [{ width: 4, height: 3, values: new Float32Array(12) }, 'a map of values, 4 x 3'],
        [new Uint8Array(2), 'Uint8Array of 2 bytes'],
      ] as const) {
        await rejects(
          name,
          [wrong, ...more],
          new RegExp(`^${name}: image must be a grey image, got ${described}\\.`),
        );
      }
    }
  });

  it('are told apart by their types', () => {
    // @ts-expect-error: a colour picture is no grey one.
    const asGrey: GreyImage = colour;
    // @ts-expect-error: plain JavaScript may.
    assert.throws(() => otsu(colour), TypeError);
    // @ts-expect-error: plain JavaScript may.
    assert.throws(() => dilate(colour), TypeError);
    // @ts-expect-error: plain JavaScript may.
    const encode = () => encodeRgbaPng(grey);
    assert.throws(
      encode,
      /TypeError: encodeRgbaPng: image must be a colour image \(RGBA\), got a grey picture of 4 x 3\. rgbaImage/,
    );
    assert.equal(asGrey.data.length, 48);
    // What was written by hand, without `channels`, stays a grey picture.
    assert.equal(otsu({ width: 1, height: 1, data: Uint8Array.of(7) }), 0);
  });

  it('in a list are named by their place, and one alone needs its brackets', async () => {
    await rejects(
      'medianImage',
      [[grey, colour]],
      /^medianImage: images\[1\] must be a grey image, got a colour/,
    );
    await rejects(
      'medianImage',
      [grey],
      /^medianImage: images must be a list of grey images, got a grey picture of 4 x 3\. For one picture give \[picture\]\.$/,
    );
    await rejects(
      'medianImage',
      [undefined],
      /images must be a list of grey images, got undefined\. Give an array\./,
    );
  });

  it('options that are missing are asked for with an example', () => {
    assert.throws(
      () => call('threshold', grey),
      /^TypeError: threshold: options must be an object such as \{ at: otsu\(image\) \}, got undefined\.$/,
    );
    // @ts-expect-error: plain JavaScript may.
    assert.throws(() => threshold(grey, 128), /got number 128\.$/);
    assert.throws(
      () => call('crop', grey),
      /^TypeError: crop: box must be an object such as \{ x: 0, y: 0, width: 21, height: 38 \}, got undefined/,
    );
    for (const name of ['resize', 'warpByMap', 'warpAffine']) {
      assert.throws(
        () => call(name, grey),
        new RegExp(`^TypeError: ${name}: options must be an object such as \\{`),
      );
    }
    assert.throws(() => call('rotationMatrix'), /rotationMatrix: options must be an object/);
    assert.throws(
      () => call('rotationMatrix', { degrees: 3 }),
      /rotationMatrix: centre must be an object such as \[10, 18\.5\], got undefined/,
    );
    assert.throws(
      () => call('fromRows', grey),
      /fromRows: rows must be a list of lists of numbers, got a grey picture/,
    );
    assert.throws(() => call('drawBoxes', grey), /drawBoxes: boxes must be a list of boxes, got undefined/);
  });
});

describe('writeImage', () => {
  it('writes colour pictures in colour, grey ones in grey, and nothing else', async (test) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-'));
    test.after(() => {
      rmSync(folder, { recursive: true });
    });
    const file = path.join(folder, 'a.png');
    const data = Uint8Array.from({ length: 48 }, (_, byte) => (byte % 4 === 3 ? 255 : 5 * byte));
    await writeImage(file, rgbaImage(4, 3, data));
    const { bitmap } = await Jimp.read(file);
    assert.deepEqual([bitmap.width, bitmap.height, Uint8Array.from(bitmap.data)], [4, 3, data]);
    await writeImage(file, grey);
    assert.deepEqual(readFileSync(file), await encodePng(grey));
    const other = path.join(folder, 'b.png');
    const map = { width: 4, height: 3, values: new Float32Array(12) };
    await rejects(
      'writeImage',
      [other, map],
      /^writeImage: image must be a grey image, got a map of values, 4 x 3\. heatMapOver\(picture, map\)/,
    );
    await rejects(
      'writeImage',
      [grey, other],
      /^writeImage: path must be a text, the first argument, got a grey picture/,
    );
    assert.deepEqual(readdirSync(folder), ['a.png']);
  });
});
