import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dilate, erode, fromRows, greyImage, toRows } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';
import { assertSameImage } from '../assertSameImage';
import { bytesOf, imageOf, openCvCases, type PictureCase } from '../openCvCases';

const IMAGE = fromRows([
  [9, 8, 7, 6],
  [5, 1, 5, 6],
  [9, 8, 7, 2],
]);

describe('erode', () => {
  it('takes the smallest value of the 3 x 3 neighbourhood, at edges of the part inside', () => {
    assert.deepEqual(toRows(erode(IMAGE)), [
      [1, 1, 1, 5],
      [1, 1, 1, 2],
      [1, 1, 1, 2],
    ]);
  });

  it('looks only across with a kernel of 1 row and 3 columns', () => {
    assert.deepEqual(toRows(erode(IMAGE, { kernel: { rows: 1, columns: 3 } })), [
      [8, 7, 6, 6],
      [1, 1, 1, 5],
      [8, 7, 2, 2],
    ]);
  });

  it('looks only up and down with a kernel of 3 rows and 1 column', () => {
    assert.deepEqual(toRows(erode(IMAGE, { kernel: { rows: 3, columns: 1 } })), [
      [5, 1, 5, 6],
      [5, 1, 5, 2],
      [5, 1, 5, 2],
    ]);
  });

  it('looks only at the ones of a kernel, and gives 255 where none of them is inside', () => {
    assert.deepEqual(toRows(erode(fromRows([[4, 5, 6]]), { kernel: [[0, 0, 1]] })), [[5, 6, 255]]);
  });

  it('equals OpenCV for arbitrary images, kernels and iterations', () => {
    type Case = PictureCase & { kernel: number[][]; iterations: number; eroded: string };
    openCvCases<Case>('image/morphology.json').forEach(
      ({ kernel, iterations, eroded, ...picture }, index) => {
        const expected = greyImage(picture.width, picture.height, bytesOf(eroded));
        assertSameImage(erode(imageOf(picture), { kernel, iterations }), expected, `case ${index}`);
      },
    );
  });

  it('is never above the image, and dilation never below, when the kernel holds its anchor', () => {
    fc.assert(
      fc.property(arbitraryImage, (image) => {
        const [dark, light] = [erode(image).data, dilate(image).data];
        assert.ok(image.data.every((value, index) => dark[index] <= value && value <= light[index]));
      }),
    );
  });

  it('leaves a constant image and its input as they are', () => {
    const image = fromRows([[7, 7, 7]]);
    assert.deepEqual(erode(image, { kernel: { rows: 2, columns: 2 }, iterations: 4 }), image);
    const before = [...IMAGE.data];
    erode(IMAGE);
    assert.deepEqual([...IMAGE.data], before);
  });

  it('names itself when it refuses a kernel or iterations', () => {
    assert.throws(
      () => erode(IMAGE, { kernel: [[0]] }),
      /^RangeError: erode: kernel must hold at least one 1/,
    );
    assert.throws(
      () => erode(IMAGE, { iterations: -1 }),
      /^RangeError: erode: iterations must be a whole number/,
    );
  });
});
