import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromRows, invert, toRows } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';

describe('invert', () => {
  it('swaps dark and light', () => {
    assert.deepEqual(toRows(invert(fromRows([[0, 100, 255]]))), [[255, 155, 0]]);
  });

  it('done twice gives the image again and never changes its input', () => {
    fc.assert(
      fc.property(arbitraryImage, (image) => {
        const before = Uint8Array.from(image.data);
        assert.deepEqual(invert(invert(image)), image);
        assert.deepEqual(image.data, before);
      }),
    );
  });
});
