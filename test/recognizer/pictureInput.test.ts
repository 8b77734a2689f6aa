import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { greyImage } from 'captcha-lab/image';
import { createRandom } from 'captcha-lab/random';
import { inputSize, labelledInputs, pictureInput } from 'captcha-lab/recognizer';
import { scalePlane } from '../../lib/recognizer/scalePlane';
import { writeVariation } from '../../lib/recognizer/writeVariation';
import { TINY_SCHEME, tinyPicture } from './tinyPictures';

describe('scalePlane', () => {
  it('keeps a plane at its own size, takes means where it shrinks and lines where it grows', () => {
    const two = { width: 2, height: 1 };
    assert.deepEqual([...scalePlane(Float32Array.of(1, 5), two, two)], [1, 5]);
    assert.deepEqual([...scalePlane(Float32Array.of(1, 5), two, { width: 1, height: 1 })], [3]);
    assert.deepEqual([...scalePlane(Float32Array.of(0, 4), two, { width: 4, height: 1 })], [0, 1, 3, 4]);
    const column = scalePlane(Float32Array.of(1, 5), { width: 1, height: 2 }, { width: 3, height: 2 });
    assert.deepEqual([...column], [1, 1, 1, 5, 5, 5]);
  });
});

describe('inputSize', () => {
  it('keeps the shape of pictures at a height of 48, in columns of 2 pixels', () => {
    assert.deepEqual(inputSize({ width: 160, height: 60, length: { min: 4, max: 6 } }), {
      height: 48,
      width: 128,
      columns: 64,
    });
  });

  it('draws narrow pictures out until their texts have columns, and presses very wide ones together', () => {
    assert.equal(inputSize({ width: 60, height: 60, length: { min: 6, max: 6 } }).columns, 56);
    assert.equal(inputSize({ width: 2000, height: 60, length: { min: 6, max: 6 } }).columns, 128);
    assert.equal(inputSize({ width: 2000, height: 60, length: { min: 1, max: 30 } }).columns, 248);
  });
});

describe('pictureInput', () => {
  const size = inputSize(TINY_SCHEME);

  it('sees dark ink on light paper, and light on dark, as the same', () => {
    const { image } = tinyPicture(1);
    const inverted = greyImage(
      48,
      24,
      image.data.map((grey) => 255 - grey),
    );
    const faint = greyImage(
      48,
      24,
      image.data.map((grey) => 100 + grey / 5),
    );
    const [one, other, weak] = [image, inverted, faint].map((each) => pictureInput(each, size));
    one.forEach((value, at) => {
      assert.ok(Math.abs(value - other[at]) < 1e-5);
      assert.ok(Math.abs(value - weak[at]) < 0.05, `${value} against ${weak[at]}`);
    });
    assert.ok(Math.max(...one) > 0.99 && Math.min(...one) === 0);
  });

  it('gives zeros for a picture of one grey', () => {
    const plain = pictureInput(greyImage(48, 24, new Uint8Array(48 * 24).fill(90)), size);
    assert.ok(plain.every((value) => value === 0));
  });
});

describe('labelledInputs', () => {
  it('names a text with a character that the alphabet lacks', () => {
    const { image } = tinyPicture(1);
    assert.throws(
      () => labelledInputs([{ image, label: 'abz' }], { size: inputSize(TINY_SCHEME), alphabet: 'abc' }),
      { name: 'RangeError', message: /must be of the alphabet abc, got "abz"/ },
    );
  });
});

describe('writeVariation', () => {
  it('keeps the ink, a little moved, and leaves the source as it was', () => {
    const size = inputSize(TINY_SCHEME);
    const { values } = labelledInputs([tinyPicture(3)], { size, alphabet: 'abc' });
    const before = Int8Array.from(values);
    const target = new Float32Array(values.length);
    writeVariation(target, values, { size, random: createRandom(1) });
    assert.deepEqual(values, before);
    const sum = (all: ArrayLike<number>): number =>
      Array.from(all).reduce((total, value) => total + value, 0);
    const share = (127 * sum(target)) / sum(values);
    assert.ok(share > 0.7 && share < 1.3, `${share}`);
    assert.ok(
      target.some((value, at) => Math.abs(value - values[at] / 127) > 0.2),
      'it moved',
    );
  });
});
