import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { background, compose, ripple, water } from 'captcha-lab/generator';
import { encodeRgbaPng, greyImage, rgbaImage } from 'captcha-lab/image';
import { Jimp } from 'jimp';
import { KAPTCHA, sha256, syntheticImage } from './kaptchaFixture';

describe('background', () => {
  it("is Kaptcha's, byte for byte", () => {
    assert.equal(sha256(background().data), KAPTCHA.kaptcha.background);
  });

  it('goes from one grey towards the other along the diagonal', () => {
    const { data } = background({ width: 4, height: 4, from: 0, to: 128 });
    assert.deepEqual([...data], [0, 16, 32, 48, 16, 32, 48, 64, 32, 48, 64, 80, 48, 64, 80, 96]);
    assert.equal(background({ from: 255, to: 0 }).data[0], 255);
  });

  it('refuses a grey outside 0 to 255', () => {
    assert.throws(() => background({ from: -1 }), /from must be a grey from 0 to 255, got -1/);
    assert.throws(() => background({ to: NaN }), /to must be a grey from 0 to 255, got NaN/);
  });
});

describe('compose', () => {
  it('puts ink over paper as Kaptcha does, byte for byte', () => {
    const ink = ripple(water(syntheticImage(200, 50, KAPTCHA.kaptcha.seed, 'ink')));
    assert.equal(sha256(compose(ink, { background: background() }).data), KAPTCHA.kaptcha.final);
  });

  it('weights colours by alpha and changes neither image', () => {
    const image = rgbaImage(3, 1, Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 0, 255, 255, 255, 128));
    const paper = greyImage(3, 1, Uint8Array.of(9, 10, 0));
    assert.deepEqual([...compose(image, { background: paper }).data], [76, 10, 128]);
    assert.deepEqual([...paper.data], [9, 10, 0]);
  });

  it('refuses a background of another size', () => {
    assert.throws(
      () => compose(rgbaImage(2, 2), { background: greyImage(2, 1, new Uint8Array(2)) }),
      /background must be 2 x 2 like the image, got 2 x 1/,
    );
  });
});

describe('rgbaImage', () => {
  it('refuses sides and data that do not fit', () => {
    assert.throws(() => rgbaImage(0, 1), /width must be a whole number of at least 1, got 0/);
    assert.throws(() => rgbaImage(1, 1.5), /height must be a whole number of at least 1, got 1.5/);
    assert.throws(
      () => rgbaImage(2, 2, new Uint8Array(4)),
      /data must hold width \* height \* 4 = 16 bytes, got 4/,
    );
  });
});

describe('encodeRgbaPng', () => {
  it('keeps every byte', async () => {
    for (const [width, height] of [
      [1, 1],
      [37, 5],
      [200, 50],
    ]) {
      const image = syntheticImage(width, height, 7, 'noise');
      const { bitmap } = await Jimp.fromBuffer(encodeRgbaPng(image));
      assert.deepEqual([bitmap.width, bitmap.height], [width, height]);
      assert.equal(Buffer.compare(bitmap.data, image.data), 0);
    }
  });
});
