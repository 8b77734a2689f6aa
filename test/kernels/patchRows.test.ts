import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { patchRows, type PatchShape } from 'captcha-lab/kernels';

/** The rows of the result, as lists. */
function rowsOf(pixels: number[], shape: PatchShape): number[][] {
  const values = patchRows(Float32Array.from(pixels), shape);
  const count = shape.rows * shape.columns + 1;
  const length = values.length / count;
  return Array.from({ length: count }, (_, row) => [...values.subarray(row * length, (row + 1) * length)]);
}

describe('patchRows', () => {
  it("gives what each place of a 3 x 3 window sees, zeros around the picture under 'same'", () => {
    // 1 2 3
    // 4 5 6
    const shape = { height: 2, width: 3, rows: 3, columns: 3, padding: 'same' } as const;
    assert.deepEqual(rowsOf([1, 2, 3, 4, 5, 6], shape), [
      [0, 0, 0, 0, 1, 2],
      [0, 0, 0, 1, 2, 3],
      [0, 0, 0, 2, 3, 0],
      [0, 1, 2, 0, 4, 5],
      [1, 2, 3, 4, 5, 6],
      [2, 3, 0, 5, 6, 0],
      [0, 4, 5, 0, 0, 0],
      [4, 5, 6, 0, 0, 0],
      [5, 6, 0, 0, 0, 0],
      [1, 1, 1, 1, 1, 1],
    ]);
  });

  it("keeps the window within the picture under 'valid'", () => {
    // 1 2 3
    // 4 5 6
    // 7 8 9
    const shape = { height: 3, width: 3, rows: 2, columns: 3, padding: 'valid' } as const;
    assert.deepEqual(rowsOf([1, 2, 3, 4, 5, 6, 7, 8, 9], shape), [
      [1, 4],
      [2, 5],
      [3, 6],
      [4, 7],
      [5, 8],
      [6, 9],
      [1, 1],
    ]);
  });

  it("puts the odd zero of an even window at the end under 'same'", () => {
    // 1 2
    // 3 4
    const shape = { height: 2, width: 2, rows: 2, columns: 2, padding: 'same' } as const;
    assert.deepEqual(rowsOf([1, 2, 3, 4], shape), [
      [1, 2, 3, 4],
      [2, 0, 4, 0],
      [3, 4, 0, 0],
      [4, 0, 0, 0],
      [1, 1, 1, 1],
    ]);
  });

  it('gives the pictures one after the other, and for a window of 1 x 1 as they are', () => {
    const shape = { height: 1, width: 2, rows: 1, columns: 1, padding: 'valid' } as const;
    assert.deepEqual(rowsOf([1, 2, 3, 4], shape), [
      [1, 2, 3, 4],
      [1, 1, 1, 1],
    ]);
    const wide = { height: 1, width: 3, rows: 1, columns: 3, padding: 'same' } as const;
    assert.deepEqual(rowsOf([1, 2, 3, 4, 5, 6], wide), [
      [0, 1, 2, 0, 4, 5],
      [1, 2, 3, 4, 5, 6],
      [2, 3, 0, 5, 6, 0],
      [1, 1, 1, 1, 1, 1],
    ]);
  });

  it('takes a window that is larger than the picture', () => {
    const shape = { height: 1, width: 1, rows: 3, columns: 3, padding: 'same' } as const;
    assert.deepEqual(
      rowsOf([7], shape).map(([value]) => value),
      [0, 0, 0, 0, 7, 0, 0, 0, 0, 1],
    );
  });

  it('leaves the pictures as they are', () => {
    const pixels = Float32Array.of(1, 2, 3, 4);
    patchRows(pixels, { height: 2, width: 2, rows: 3, columns: 3, padding: 'same' });
    assert.deepEqual([...pixels], [1, 2, 3, 4]);
  });
});
