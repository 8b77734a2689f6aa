import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromRows, resize, toRows } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';
import { assertSameImage } from '../assertSameImage';
import { imageOf, openCvCases, type PictureCase } from '../openCvCases';

const IMAGE = fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);

describe('resize', () => {
  it('repeats pixels to enlarge', () => {
    assert.deepEqual(toRows(resize(IMAGE, { width: 6, height: 2 })), [
      [1, 1, 2, 2, 3, 3],
      [4, 4, 5, 5, 6, 6],
    ]);
  });

  it('takes the pixel at the rounded-down place to shrink', () => {
    assert.deepEqual(toRows(resize(IMAGE, { width: 2, height: 1 })), [[1, 2]]);
  });

  it('equals OpenCV', () => {
    openCvCases<PictureCase & { result: PictureCase }>('image/resize.json').forEach(
      ({ result, ...picture }, index) => {
        const resized = resize(imageOf(picture), { width: result.width, height: result.height });
        assertSameImage(resized, imageOf(result), `case ${index}`);
      },
    );
  });

  it('to a multiple and back gives the image again', () => {
    const times = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(arbitraryImage, times, times, (image, across, down) => {
        const large = resize(image, { width: image.width * across, height: image.height * down });
        assert.deepEqual(resize(large, image), image);
      }),
    );
  });

  it('refuses sides that are no whole numbers of at least 1', () => {
    assert.throws(
      () => resize(IMAGE, { width: 0, height: 1 }),
      /^RangeError: resize: width must be .* got 0/,
    );
    assert.throws(
      () => resize(IMAGE, { width: 1, height: 2.5 }),
      /^RangeError: resize: height must be .* got 2.5/,
    );
  });
});
