import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromRows, greyImage, otsu, type GreyImage } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';
import { imageOf, openCvCases, type PictureCase } from '../openCvCases';

/** Variance between the classes times the pixel count squared, from whole numbers: exact. */
function variance(image: GreyImage, at: number): bigint {
  const ink = [...image.data].filter((value) => value <= at);
  const paper = [...image.data].filter((value) => value > at);
  const sum = (values: readonly number[]): bigint =>
    BigInt(values.reduce((total, value) => total + value, 0));
  const [inkCount, paperCount] = [BigInt(ink.length), BigInt(paper.length)];
  if (inkCount === 0n || paperCount === 0n) return 0n;
  const difference = sum(ink) * paperCount - sum(paper) * inkCount;
  return (difference * difference * 1_000_000n) / (inkCount * paperCount);
}

describe('otsu', () => {
  it('finds the threshold that OpenCV finds', () => {
    openCvCases<PictureCase & { threshold: number }>('image/otsu.json').forEach((picture, index) => {
      assert.equal(otsu(imageOf(picture)), picture.threshold, `case ${index}`);
    });
  });

  it('takes the lowest of equal thresholds', () => {
    // Any threshold from 10 to 199 makes the same two classes.
    assert.equal(otsu(fromRows([[10, 10, 200, 200]])), 10);
  });

  it('counts the threshold itself as ink', () => {
    assert.equal(otsu(fromRows([[0, 0, 1, 1]])), 0);
    assert.equal(otsu(fromRows([[254, 255]])), 254);
  });

  it('is 0 for an image of one value', () => {
    for (const value of [0, 1, 128, 255]) assert.equal(otsu(fromRows([[value, value, value]])), 0);
  });

  it('has both sides non-empty and the largest variance, for every image of two values or more', () => {
    fc.assert(
      fc.property(arbitraryImage, (image) => {
        fc.pre(new Set(image.data).size > 1);
        const at = otsu(image);
        const best = variance(image, at);
        assert.ok(image.data.some((value) => value <= at) && image.data.some((value) => value > at));
        // Floating point may take a neighbour whose variance is smaller by rounding alone.
        for (let other = 0; other < 256; other++)
          assert.ok(variance(image, other) <= best + best / 1_000_000_000n + 1n);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves the image as it was', () => {
    const image = greyImage(2, 1, Uint8Array.of(3, 200));
    otsu(image);
    assert.deepEqual([...image.data], [3, 200]);
  });
});
