import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { characterAt, meanOfClass, selectExamples, type CharacterSet } from 'captcha-lab/data';
import { toRows } from 'captcha-lab/image';

const set: CharacterSet = {
  count: 3,
  width: 2,
  height: 2,
  pixels: Uint8Array.of(0, 255, 0, 10, 9, 9, 9, 9, 1, 254, 0, 20),
  labels: Uint8Array.of(4, 5, 4),
  captcha: Int32Array.of(-1, -1, -1),
  position: Uint8Array.of(0, 0, 0),
};

describe('meanOfClass', () => {
  it('averages the examples of that class only and rounds half up', () => {
    const mean = meanOfClass(selectExamples(set, [0, 1, 2]), 4);
    assert.deepEqual(toRows(mean), [
      [1, 255],
      [0, 15],
    ]);
  });

  it('names a class without examples', () => {
    assert.throws(() => meanOfClass(selectExamples(set, [1]), 4), /none of the 1 examples has class 4/);
  });
});

describe('characterAt', () => {
  it('copies one example out of the set', () => {
    const image = characterAt(set, 2);
    assert.deepEqual(toRows(image), [
      [1, 254],
      [0, 20],
    ]);
    image.data[0] = 99;
    assert.equal(set.pixels[8], 1);
  });

  it('refuses an index outside the set', () => {
    for (const index of [-1, 3, 0.5]) assert.throws(() => characterAt(set, index), /from 0 to 2, got/);
  });
});
