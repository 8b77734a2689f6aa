import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dilate, erode, fromRows, greyImage, invert, toRows } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';
import { assertSameImage } from '../assertSameImage';
import { bytesOf, imageOf, openCvCases, type PictureCase } from '../openCvCases';

const IMAGE = fromRows([
  [1, 2, 3, 4],
  [5, 9, 5, 4],
  [1, 2, 3, 8],
]);

describe('dilate', () => {
  it('takes the largest value of the 3 x 3 neighbourhood, at edges of the part inside', () => {
    assert.deepEqual(toRows(dilate(IMAGE)), [
      [9, 9, 9, 5],
      [9, 9, 9, 8],
      [9, 9, 9, 8],
    ]);
  });

  it('looks only across with a kernel of 1 row and 3 columns', () => {
    assert.deepEqual(toRows(dilate(IMAGE, { kernel: { rows: 1, columns: 3 } })), [
      [2, 3, 4, 4],
      [9, 9, 9, 5],
      [2, 3, 8, 8],
    ]);
  });

  it('looks only up and down with a kernel of 3 rows and 1 column', () => {
    assert.deepEqual(toRows(dilate(IMAGE, { kernel: { rows: 3, columns: 1 } })), [
      [5, 9, 5, 4],
      [5, 9, 5, 8],
      [5, 9, 5, 8],
    ]);
  });

  it('has the anchor of an even kernel right of and below the middle', () => {
    assert.deepEqual(toRows(dilate(fromRows([[1, 2, 9, 3]]), { kernel: [[1, 1]] })), [[1, 2, 9, 9]]);
    assert.deepEqual(toRows(dilate(fromRows([[1], [9], [2]]), { kernel: { rows: 2, columns: 1 } })), [
      [1],
      [9],
      [9],
    ]);
  });

  it('looks only at the ones of a kernel, and gives 0 where none of them is inside', () => {
    assert.deepEqual(toRows(dilate(fromRows([[4, 5, 6]]), { kernel: [[1, 0, 0]] })), [[0, 4, 5]]);
  });

  it('thins a dark stroke and drops a thin one', () => {
    const image = fromRows([[255, 0, 255, 255, 0, 0, 0, 255]]);
    assert.deepEqual(toRows(dilate(image)), [[255, 255, 255, 255, 255, 0, 255, 255]]);
  });

  it('equals OpenCV for arbitrary images, kernels and iterations', () => {
    type Case = PictureCase & { kernel: number[][]; iterations: number; dilated: string };
    openCvCases<Case>('image/morphology.json').forEach(
      ({ kernel, iterations, dilated, ...picture }, index) => {
        const expected = greyImage(picture.width, picture.height, bytesOf(dilated));
        assertSameImage(dilate(imageOf(picture), { kernel, iterations }), expected, `case ${index}`);
      },
    );
  });

  it('applied n times is n iterations', () => {
    fc.assert(
      fc.property(arbitraryImage, (image) => {
        assert.deepEqual(dilate(dilate(dilate(image))), dilate(image, { iterations: 3 }));
        assert.deepEqual(dilate(image, { iterations: 0 }), image);
      }),
    );
  });

  it('is erosion of the inverted image, inverted', () => {
    const kernel = [
      [1, 0, 1],
      [0, 1, 0],
    ];
    fc.assert(
      fc.property(arbitraryImage, (image) => {
        assert.deepEqual(dilate(image, { kernel }), invert(erode(invert(image), { kernel })));
      }),
    );
  });

  it('of a full rectangle equals the same rectangle written out', () => {
    const side = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(arbitraryImage, side, side, (image, rows, columns) => {
        const ones = Array.from({ length: rows }, () => Array<number>(columns).fill(1));
        assert.deepEqual(dilate(image, { kernel: { rows, columns } }), dilate(image, { kernel: ones }));
      }),
    );
  });

  it('followed by erosion (closing) changes nothing when done again, nor does the reverse (opening)', () => {
    fc.assert(
      fc.property(arbitraryImage, (image) => {
        const closed = erode(dilate(image));
        const opened = dilate(erode(image));
        assert.deepEqual(erode(dilate(closed)), closed);
        assert.deepEqual(dilate(erode(opened)), opened);
      }),
    );
  });

  it('leaves a constant image and its input as they are', () => {
    const image = fromRows([
      [7, 7],
      [7, 7],
    ]);
    assert.deepEqual(dilate(image, { kernel: { rows: 4, columns: 9 } }), image);
    const before = [...IMAGE.data];
    dilate(IMAGE);
    assert.deepEqual([...IMAGE.data], before);
  });

  it('gives a copy for zero iterations', () => {
    assert.notEqual(dilate(IMAGE, { iterations: 0 }).data, IMAGE.data);
  });

  it('refuses a kernel it cannot use', () => {
    const refused = (kernel: Parameters<typeof dilate>[1], message: RegExp): void => {
      assert.throws(() => dilate(IMAGE, kernel), { name: 'RangeError', message });
    };
    refused({ kernel: [[0, 0]] }, /^dilate: kernel must hold at least one 1, got none/);
    refused({ kernel: [[1, 2]] }, /^dilate: kernel values must be 0 or 1, got 2 in row 0/);
    refused({ kernel: [[1, 1], [1]] }, /^dilate: every kernel row must have 2 values, row 1 has 1/);
    refused({ kernel: [] }, /^dilate: kernel must have a positive number of rows, got 0/);
    refused({ kernel: [[]] }, /^dilate: kernel must have a positive number of columns, got 0/);
    refused(
      { kernel: { rows: 0, columns: 3 } },
      /^dilate: kernel must have a positive number of rows, got 0/,
    );
    refused(
      { kernel: { rows: 3, columns: 1.5 } },
      /^dilate: kernel must have a positive number of columns, got 1.5/,
    );
  });

  it('refuses iterations that are no whole number', () => {
    for (const iterations of [-1, 0.5, NaN, Infinity]) {
      assert.throws(() => dilate(IMAGE, { iterations }), {
        name: 'RangeError',
        message: `dilate: iterations must be a whole number of at least 0, got ${iterations}.`,
      });
    }
  });
});
