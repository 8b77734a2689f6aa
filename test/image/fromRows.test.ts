import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromRows } from 'captcha-lab/image';

describe('fromRows', () => {
  it('puts the first row on top', () => {
    const image = fromRows([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    assert.deepEqual([image.width, image.height, [...image.data]], [3, 2, [1, 2, 3, 4, 5, 6]]);
  });

  it('refuses no pixels', () => {
    assert.throws(() => fromRows([]), /must hold at least one pixel, got none/);
    assert.throws(() => fromRows([[]]), /must hold at least one pixel, got none/);
  });

  it('refuses rows of different lengths', () => {
    assert.throws(() => fromRows([[1, 2], [3]]), /every row must have 2 values, row 1 has 1/);
  });

  it('refuses values that are no bytes', () => {
    for (const value of [-1, 256, 0.5, NaN]) {
      assert.throws(
        () => fromRows([[0, value]]),
        new RangeError(`fromRows: values must be integers from 0 to 255, got ${value} in row 0, column 1.`),
      );
    }
  });
});
