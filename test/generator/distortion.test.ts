import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ripple, water } from 'captcha-lab/generator';
import { rgbaImage } from 'captcha-lab/image';
import { alphaOf, inkFromRows, KAPTCHA, sha256, syntheticImage } from './kaptchaFixture';

describe('water and ripple', () => {
  for (const { width, height, seed, kind, ...expected } of KAPTCHA.distortions) {
    it(`equal the JH Labs filters byte for byte on ${kind} of ${width} x ${height} pixels`, () => {
      const image = syntheticImage(width, height, seed, kind);
      assert.equal(sha256(image.data), expected.input, 'the input is not the one Kaptcha was given');
      assert.equal(sha256(water(image).data), expected.water, 'water');
      assert.equal(sha256(ripple(image).data), expected.ripple, 'ripple');
      assert.equal(sha256(ripple(water(image)).data), expected.both, 'water, then ripple');
      assert.equal(sha256(image.data), expected.input, 'the input was changed');
    });
  }

  it('make what WaterRipple of Kaptcha makes of a layer of text', () => {
    const ink = syntheticImage(200, 50, KAPTCHA.kaptcha.seed, 'ink');
    assert.equal(sha256(ripple(water(ink)).data), KAPTCHA.kaptcha.waterRipple);
  });
});

describe('water', () => {
  it('keeps pixels farther than 50 from the middle', () => {
    const image = syntheticImage(200, 50, 1, 'noise');
    const result = water(image);
    for (let y = 0; y < 50; y++) {
      const row = 4 * 200 * y;
      assert.deepEqual(result.data.subarray(row, row + 4 * 50), image.data.subarray(row, row + 4 * 50));
    }
    assert.notDeepEqual(result.data, image.data);
  });

  it('continues the border outwards, so that an even picture stays even', () => {
    const even = rgbaImage(3, 3, new Uint8Array(36).fill(64));
    assert.deepEqual(water(even), even);
  });
});

describe('ripple', () => {
  it('moves by two pixels right and one down where the waves are at zero', () => {
    const dot = inkFromRows([
      [200, 0, 0],
      [0, 0, 0],
    ]);
    const alpha = alphaOf(ripple(dot));
    assert.deepEqual([alpha[0], alpha[2 + 3 * 1]], [0, 200]);
  });

  it('leaves transparency where nothing came from', () => {
    const full = rgbaImage(8, 8, new Uint8Array(8 * 8 * 4).fill(255));
    const alpha = alphaOf(ripple(full));
    assert.deepEqual([...alpha.subarray(0, 2)], [0, 0]);
    assert.ok(alpha.some((value) => value === 255));
  });
});
