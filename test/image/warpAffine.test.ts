import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromRows, toRows, warpAffine, type AffineMatrix } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';
import { assertSameImage } from '../assertSameImage';
import { imageOf, openCvCases, type PictureCase } from '../openCvCases';

const IMAGE = fromRows([
  [10, 20, 30],
  [40, 50, 60],
]);
const IDENTITY: AffineMatrix = [
  [1, 0, 0],
  [0, 1, 0],
];

function shift(dx: number, dy: number): AffineMatrix {
  return [
    [1, 0, dx],
    [0, 1, dy],
  ];
}

describe('warpAffine', () => {
  it('shifts by whole pixels without mixing, and fills with paper', () => {
    assert.deepEqual(toRows(warpAffine(IMAGE, { matrix: shift(1, 0) })), [
      [255, 10, 20],
      [255, 40, 50],
    ]);
    assert.deepEqual(toRows(warpAffine(IMAGE, { matrix: shift(-1, -1), border: 0 })), [
      [50, 60, 0],
      [0, 0, 0],
    ]);
  });

  it('mixes neighbours for half a pixel, the border among them', () => {
    assert.deepEqual(toRows(warpAffine(IMAGE, { matrix: shift(0.5, 0), border: 0 })), [
      [5, 15, 25],
      [20, 45, 55],
    ]);
  });

  it('makes a result of the asked size', () => {
    assert.deepEqual(toRows(warpAffine(IMAGE, { matrix: IDENTITY, width: 2, height: 3, border: 7 })), [
      [10, 20],
      [40, 50],
      [7, 7],
    ]);
  });

  it('equals OpenCV for rotations, shifts and arbitrary matrices', () => {
    type Case = PictureCase & { matrix: AffineMatrix; border: number; result: PictureCase };
    openCvCases<Case>('image/warp.json').forEach(({ matrix, border, result, ...picture }, index) => {
      const { width, height } = result;
      const warped = warpAffine(imageOf(picture), { matrix, border, width, height });
      assertSameImage(warped, imageOf(result), `case ${index}`);
    });
  });

  it('by the identity gives an equal image, and the input stays as it was', () => {
    fc.assert(
      fc.property(arbitraryImage, (image) => {
        const before = Uint8Array.from(image.data);
        assert.deepEqual(warpAffine(image, { matrix: IDENTITY }), image);
        assert.deepEqual(image.data, before);
      }),
    );
  });

  it('keeps a constant image constant when the border has its value', () => {
    const number = fc.integer({ min: -200, max: 200 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.array(number, { minLength: 6, maxLength: 6 }), ([a, b, c, d, e, f]) => {
        fc.pre(Math.abs(a * e - b * d) > 0.01);
        const image = fromRows([
          [90, 90],
          [90, 90],
        ]);
        const matrix: AffineMatrix = [
          [a, b, c],
          [d, e, f],
        ];
        assert.deepEqual(warpAffine(image, { matrix, border: 90 }), image);
      }),
    );
  });

  it('refuses a matrix that cannot be inverted', () => {
    const flat: AffineMatrix = [
      [1, 2, 0],
      [2, 4, 0],
    ];
    assert.throws(
      () => warpAffine(IMAGE, { matrix: flat }),
      /^RangeError: .*matrix must be finite and invertible/,
    );
    assert.throws(() => warpAffine(IMAGE, { matrix: shift(NaN, 0) }), /matrix must be finite and invertible/);
    assert.throws(
      () => warpAffine(IMAGE, { matrix: shift(0, Infinity) }),
      /matrix must be finite and invertible/,
    );
  });

  it('refuses a border or a size out of range', () => {
    assert.throws(
      () => warpAffine(IMAGE, { matrix: IDENTITY, border: 256 }),
      /border must be .* 0 to 255, got 256/,
    );
    assert.throws(
      () => warpAffine(IMAGE, { matrix: IDENTITY, width: 0 }),
      /width must be a whole number of at least 1, got 0/,
    );
    assert.throws(
      () => warpAffine(IMAGE, { matrix: IDENTITY, height: 1.5 }),
      /height must be a whole number of at least 1/,
    );
  });
});
