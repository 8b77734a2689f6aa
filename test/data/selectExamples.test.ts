import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { selectExamples, type CharacterSet } from 'captcha-lab/data';

const set: CharacterSet = {
  count: 3,
  width: 2,
  height: 1,
  pixels: Uint8Array.of(10, 11, 20, 21, 30, 31),
  labels: Uint8Array.of(4, 5, 6),
  captcha: Int32Array.of(0, 0, 0),
  position: Uint8Array.of(0, 1, 2),
};

describe('selectExamples', () => {
  it('reads the chosen examples, in order and with repeats, where asked', () => {
    const source = selectExamples(set, Int32Array.of(2, 0, 2));
    assert.deepEqual([source.count, source.height, source.width], [3, 1, 2]);
    const target = new Float32Array(7);
    assert.equal(source.read(0, target, 1), 6);
    assert.equal(source.read(1, target, 3), 4);
    assert.equal(source.read(2, target, 5), 6);
    assert.deepEqual([...target], [0, 30, 31, 10, 11, 30, 31]);
    const bytes = new Uint8Array(2);
    assert.equal(source.read(1, bytes, 0), 4);
    assert.deepEqual([...bytes], [10, 11]);
  });

  it('keeps its own copy of the indices', () => {
    const indices = Int32Array.of(1);
    const source = selectExamples(set, indices);
    indices[0] = 0;
    assert.equal(source.read(0, new Uint8Array(2), 0), 5);
  });

  it('refuses indices outside the set or the selection', () => {
    for (const index of [3, -1, 0.5, NaN]) {
      assert.throws(
        () => selectExamples(set, [index]),
        new RegExp(`RangeError: selectExamples: indices must be whole numbers from 0 to 2, got ${index}`),
      );
    }
    const source = selectExamples(set, [0, 1]);
    for (const index of [2, -1, 0.5]) {
      assert.throws(
        () => source.read(index, new Uint8Array(2), 0),
        /index must be a whole number from 0 to 1/,
      );
    }
    assert.throws(() => source.read(0, new Uint8Array(2), 1), RangeError);
  });
});
