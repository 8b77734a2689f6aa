import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromRows, medianImage, toRows } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';

describe('medianImage', () => {
  it('takes the middle value at each pixel', () => {
    const images = [fromRows([[0, 200]]), fromRows([[255, 10]]), fromRows([[9, 11]])];
    assert.deepEqual(toRows(medianImage(images)), [[9, 11]]);
  });

  it('takes the mean of the two middle values of an even count, a half rounded up', () => {
    const images = [[0], [10], [13], [255]].map((row) => fromRows([row]));
    assert.deepEqual(toRows(medianImage(images)), [[12]]);
    assert.deepEqual(toRows(medianImage([fromRows([[254]]), fromRows([[255]])])), [[255]]);
  });

  it('of one image repeated is that image, in whatever order others come', () => {
    fc.assert(
      fc.property(arbitraryImage, (image) => {
        const black = { ...image, data: new Uint8Array(image.data.length) };
        assert.deepEqual(medianImage([image]), image);
        assert.deepEqual(medianImage([image, black, image]), image);
        assert.deepEqual(medianImage([black, image, image]), image);
      }),
    );
  });

  it('refuses no image and images of different sizes', () => {
    assert.throws(() => medianImage([]), /must hold at least one image, got none/);
    assert.throws(
      () => medianImage([fromRows([[1, 2]]), fromRows([[1], [2]])]),
      new RangeError('medianImage: every image must be 2 x 1 like the first, image 1 is 1 x 2.'),
    );
  });
});
