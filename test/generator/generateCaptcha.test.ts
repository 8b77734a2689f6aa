import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  background,
  bundledFonts,
  compose,
  drawNoise,
  generateCaptcha,
  ripple,
  water,
} from 'captcha-lab/generator';
import { otsu } from 'captcha-lab/image';
import { assertSameImage } from '../assertSameImage';
import { sha256 } from './kaptchaFixture';

describe('generateCaptcha', () => {
  it('draws the same picture for the same seed, and another for another', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const first = generateCaptcha({ seed: a, text: 'nw4x8' });
        assertSameImage(generateCaptcha({ seed: a, text: 'nw4x8' }).image, first.image);
        const other = generateCaptcha({ seed: b, text: 'nw4x8' });
        assert.equal(sha256(other.image.data) === sha256(first.image.data), a === b);
      }),
      { numRuns: 30 },
    );
  });

  it('shows its steps, each made from the one before', () => {
    const { image, steps, curves } = generateCaptcha({ seed: 3 });
    assert.deepEqual(steps.ripple, ripple(water(steps.text)));
    assert.equal(curves.length, 2);
    assert.deepEqual(steps.noise, drawNoise(steps.ripple, curves));
    assertSameImage(compose(steps.noise, { background: background() }), image);
  });

  it('has the same letters without noise', () => {
    const noisy = generateCaptcha({ seed: 5 });
    const clean = generateCaptcha({ seed: 5, noise: false });
    assert.equal(clean.text, noisy.text);
    assert.deepEqual(clean.steps.text, noisy.steps.text);
    assert.deepEqual(clean.curves, []);
    assert.equal(clean.steps.noise, clean.steps.ripple);
    assert.ok(clean.image.data.every((value, index) => value >= noisy.image.data[index]));
  });

  it('draws any text in the fonts given', () => {
    const [, dejaVu] = bundledFonts();
    const { text, characters } = generateCaptcha({ seed: 1, text: 'Hi!', fonts: [dejaVu] });
    assert.equal(text, 'Hi!');
    assert.ok(characters.every(({ font }) => font === 'DejaVuSansCondensed-Bold.ttf'));
  });

  it('gives these very pixels for seed 1: raise GENERATOR_VERSION when they change', () => {
    const { text, image } = generateCaptcha({ seed: 1 });
    assert.deepEqual(
      [text, sha256(image.data)],
      ['5p8y7', '8b3a0b2055d288675045533aa2b53facb528b024293e4ba445950c85313724b1'],
    );
  });

  it('looks like the data set: mean ink and Otsu threshold', () => {
    // Of the 1040 real PNG files: threshold 125.4 ± 1.1, mean grey 182.4 ± 3.1.
    const images = Array.from({ length: 100 }, (_, seed) => generateCaptcha({ seed }).image);
    const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length;
    const threshold = mean(images.map(otsu));
    const grey = mean(images.map(({ data }) => data.reduce((a, b) => a + b) / data.length));
    assert.ok(Math.abs(threshold - 125.4) < 4, `threshold ${threshold}`);
    assert.ok(Math.abs(grey - 182.4) < 6, `grey ${grey}`);
  });

  it('refuses a seed that is no whole number', () => {
    assert.throws(() => generateCaptcha({ seed: 0.5, text: 'n' }), /seed must be a whole number/);
    assert.throws(() => generateCaptcha({ seed: NaN }), /seed must be a whole number/);
  });
});
