import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromRows, threshold, toRows } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';

describe('threshold', () => {
  it('makes values above the threshold 255 and the others 0', () => {
    const image = fromRows([
      [0, 99, 100],
      [101, 200, 255],
    ]);
    assert.deepEqual(toRows(threshold(image, { at: 100 })), [
      [0, 0, 0],
      [255, 255, 255],
    ]);
    assert.deepEqual([...image.data], [0, 99, 100, 101, 200, 255]);
  });

  it('keeps an image of 0 and 255 for every threshold below 255', () => {
    fc.assert(
      fc.property(
        arbitraryImage,
        fc.integer({ min: 0, max: 254 }),
        fc.integer({ min: 0, max: 254 }),
        (image, at, other) => {
          const once = threshold(image, { at });
          assert.deepEqual(threshold(once, { at: other }), once);
        },
      ),
    );
  });

  it('makes everything ink at 255', () => {
    assert.deepEqual(toRows(threshold(fromRows([[0, 255]]), { at: 255 })), [[0, 0]]);
  });

  it('refuses a threshold that is no byte', () => {
    for (const at of [-1, 256, 0.5, NaN]) {
      assert.throws(() => threshold(fromRows([[1]]), { at }), {
        name: 'RangeError',
        message: `threshold: at must be an integer from 0 to 255, got ${at}; otsu(image) gives one.`,
      });
    }
  });
});
