import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { augment, VARIANTS } from 'captcha-lab/augment';
import { fromRows, toRows } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';
import { imageOf, openCvCases, type PictureCase } from '../openCvCases';

describe('augment', () => {
  it('makes the 27 variants that OpenCV makes', () => {
    for (const { variants, ...crop } of openCvCases<PictureCase & { variants: string[] }>(
      'augment/variants.json',
    )) {
      const hashes = augment(imageOf(crop)).map(({ data }) =>
        createHash('sha256').update(data).digest('hex'),
      );
      assert.deepEqual(hashes, variants);
    }
  });

  it('shifts to the right and down, and fills with paper', () => {
    const image = fromRows(Array.from({ length: 4 }, (_, y) => [10 * y, 10 * y + 1, 10 * y + 2, 10 * y + 3]));
    const at = (dx: number, dy: number): number[][] => {
      return toRows(augment(image)[VARIANTS.findIndex((v) => v.degrees === 0 && v.dx === dx && v.dy === dy)]);
    };
    const paper = [255, 255, 255, 255];
    assert.deepEqual(at(3, 3), [paper, paper, paper, [255, 255, 255, 0]]);
    assert.deepEqual(
      at(-3, 0),
      [3, 13, 23, 33].map((value) => [value, 255, 255, 255]),
    );
    assert.deepEqual(at(0, -3), [[30, 31, 32, 33], paper, paper, paper]);
  });

  it('has the crop itself in its middle, 27 sizes alike, and leaves the crop as it was', () => {
    fc.assert(
      fc.property(arbitraryImage, (crop) => {
        const before = Uint8Array.from(crop.data);
        const variants = augment(crop);
        assert.deepEqual(variants[13], crop);
        assert.ok(variants.every(({ width, height }) => width === crop.width && height === crop.height));
        assert.deepEqual(crop.data, before);
      }),
    );
  });
});
