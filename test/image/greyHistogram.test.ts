import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromRows, greyHistogram } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';

describe('greyHistogram', () => {
  it('counts every pixel once under its value', () => {
    const counts = greyHistogram(
      fromRows([
        [0, 255, 7],
        [7, 7, 255],
      ]),
    );
    assert.equal(counts.length, 256);
    assert.deepEqual([counts[0], counts[7], counts[255]], [1, 3, 2]);
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      6,
    );
  });

  it('leaves out no pixel, however many there are', () => {
    fc.assert(
      fc.property(arbitraryImage, (image) => {
        const expected = new Uint32Array(256);
        for (const value of image.data) expected[value]++;
        assert.deepEqual(greyHistogram(image), expected);
      }),
    );
  });
});
