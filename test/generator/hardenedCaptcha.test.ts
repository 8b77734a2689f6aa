import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hardenedCaptcha, KNOBS } from 'captcha-lab/generator';
import { inkOf, undistort } from 'captcha-lab/reader';

const inkUnder = (picture: Uint8Array, of: (x: number, y: number) => boolean): number =>
  picture.reduce((sum, value, pixel) => sum + (of(pixel % 200, Math.floor(pixel / 200)) ? value : 0), 0);

describe('hardenedCaptcha', () => {
  it('draws the same for the same seed and knobs, and something else for each knob', () => {
    const plain = hardenedCaptcha({ seed: 3 });
    assert.deepEqual(hardenedCaptcha({ seed: 3, knobs: [] }), plain);
    for (const knob of KNOBS) {
      const { text, image } = hardenedCaptcha({ seed: 3, knobs: [knob] });
      assert.equal(text, plain.text, knob);
      assert.notDeepEqual(image.data, plain.image.data, knob);
    }
  });

  it('with a random phase leaves more behind when the usual distortion is undone', () => {
    const text = 'nn5g2';
    const clean = (knobs: readonly (typeof KNOBS)[number][]): number => {
      const sharp = undistort(inkOf(hardenedCaptcha({ seed: 8, text, knobs }).image), { rounds: 20 });
      // Grey between ink and paper is what the map could not bring back together.
      return sharp.filter((value) => value > 60 && value < 195).length;
    };
    assert.ok(clean(['random phase']) > 1.2 * clean([]));
  });

  it('with overlap has no ink where the text ended otherwise', () => {
    const text = '88888';
    const right = (x: number): boolean => x > 120;
    const ink = (knobs: readonly (typeof KNOBS)[number][]): number =>
      inkUnder(undistort(inkOf(hardenedCaptcha({ seed: 2, text, knobs }).image)), right);
    assert.ok(ink(['overlap']) < 0.6 * ink([]), `${ink(['overlap'])} of ${ink([])}`);
  });

  it('refuses a knob that it does not have', () => {
    assert.throws(
      () => hardenedCaptcha({ seed: 1, knobs: ['colour' as never] }),
      /knobs must be of random phase, overlap, .* got "colour"/,
    );
    assert.throws(() => hardenedCaptcha({ seed: 1, text: 'wwwwwwwww' }), /must fit the picture/);
  });
});
