import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { drawText, generateCaptcha, ripple, water } from 'captcha-lab/generator';
import { inkOf, undistort } from 'captcha-lab/reader';

const alphaOf = (data: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: 10_000 }, (_, pixel) => data[4 * pixel + 3]);

const meanDifference = (one: Uint8Array, other: Uint8Array): number =>
  one.reduce((sum, value, index) => sum + Math.abs(value - other[index]), 0) / one.length;

describe('undistort', () => {
  it('gives back the text that was distorted, nearer with each round', () => {
    for (const text of ['mmm88', 'nw4x8', 'gpyfd', '22222']) {
      const { image } = drawText(text, { seed: 4 });
      const before = alphaOf(image.data);
      const after = alphaOf(ripple(water(image)).data);
      const errors = [0, 2, 5, 20].map((rounds) => meanDifference(undistort(after, { rounds }), before));
      assert.ok(errors[0] < 0.8 * meanDifference(after, before), `${text}: ${errors.join(' ')}`);
      errors.slice(1).forEach((error, index) => {
        assert.ok(error < errors[index], `${text}: ${errors.join(' ')}`);
      });
      // Of 255; some pixels of the text show in no pixel of the picture, or are mixed for good.
      assert.ok(errors[2] < 5, `${text}: ${errors[2]}`);
    }
  });

  it('does the same to ink from 0 to 1, and leaves its input alone', () => {
    const ink = inkOf(generateCaptcha({ seed: 2 }).image);
    const kept = ink.slice();
    const bytes = undistort(ink);
    const shares = undistort(Float32Array.from(ink, (value) => value / 255));
    assert.deepEqual(ink, kept);
    assert.ok(shares.every((share, pixel) => Math.abs(255 * share - bytes[pixel]) <= 0.51));
    assert.ok(undistort(new Uint8Array(10_000)).every((value) => value === 0));
  });

  it('gives the very bytes that readers have learnt from, however fast', () => {
    const hash = createHash('sha256');
    for (const seed of [1, 2, 3]) {
      const ink = inkOf(generateCaptcha({ seed }).image);
      const shares = undistort(Float32Array.from(ink, (value) => value / 255));
      hash.update(undistort(ink)).update(new Uint8Array(shares.buffer));
    }
    assert.equal(hash.digest('hex'), '4ffb2c67e60bc306d4ecbaf2235be8a02084de14ab0cc82924d58f983a169507');
  });

  it('refuses other sizes and rounds that are no count', () => {
    assert.throws(() => undistort(new Uint8Array(9_999)), /must have 10000 values .* got 9999/);
    for (const rounds of [-1, 0.5, NaN]) {
      assert.throws(
        () => undistort(new Uint8Array(10_000), { rounds }),
        /rounds must be a whole number of at least 0/,
      );
    }
  });
});
