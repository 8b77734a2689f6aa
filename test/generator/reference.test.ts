import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Jimp } from 'jimp';
import { background, bundledFonts, compose, drawText, ripple, water } from 'captcha-lab/generator';
import { readImage, rgbaImage } from 'captcha-lab/image';
import { assertSameImage } from '../assertSameImage';
import { sharedFolder } from '../sharedFolder';
import { alphaOf, inkDifference } from './kaptchaFixture';

const folder = path.join(sharedFolder(), 'data', 'kaptcha');
const files = existsSync(folder) ? readdirSync(folder) : [];
const names = files
  .filter((file) => file.endsWith('-1text.png'))
  .map((file) => file.replace('-1text.png', ''));
const skip = names.length === 0 && `needs the reference pictures of Kaptcha: none in ${folder}`;

async function readRgba(file: string) {
  const { width, height, data } = (await Jimp.fromBuffer(readFileSync(path.join(folder, file)))).bitmap;
  return rgbaImage(width, height, new Uint8Array(data));
}

describe('the reference pictures of Kaptcha', { skip }, () => {
  it('are four texts and a background', () => {
    assert.deepEqual([names.length, files.includes('background.png')], [4, true]);
  });

  it('come out of water and ripple byte for byte', async () => {
    for (const name of names) {
      const text = await readRgba(`${name}-1text.png`);
      const expected = await readRgba(`${name}-2ripple.png`);
      assert.equal(Buffer.compare(ripple(water(text)).data, expected.data), 0, name);
    }
  });

  it('have our background and composition, pixel for pixel', async () => {
    assertSameImage(background(), await readImage(path.join(folder, 'background.png')), 'background');
    for (const name of names) {
      const final = compose(await readRgba(`${name}-2ripple.png`), { background: background() });
      assertSameImage(final, await readImage(path.join(folder, `${name}-3final.png`)), name);
    }
  });

  it('have our Open Sans at the same place, a shift by a pixel fits worse', async () => {
    for (const name of names.filter((each) => each.endsWith('OpenSansBold'))) {
      const expected = alphaOf(await readRgba(`${name}-1text.png`));
      const drawn = alphaOf(drawText(name.slice(0, 5), { fonts: [bundledFonts()[0]] }).image);
      const { mean } = inkDifference(drawn, expected);
      assert.ok(mean < 14, `${name}: mean difference ${mean} over the ink`);
      for (const shift of [-201, -200, -199, -1, 1, 199, 200, 201]) {
        const shifted = expected.map((_, index) => expected[index + shift] ?? 0);
        assert.ok(inkDifference(drawn, shifted).mean > 2 * mean, `${name} shifted by ${shift}`);
      }
    }
  });
});
