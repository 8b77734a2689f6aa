import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contactSheet, fromRows, toRows } from 'captcha-lab/image';

const [A, B, C] = [1, 2, 3].map((value) => fromRows([[value, value]]));

describe('contactSheet', () => {
  it('puts tiles in rows with a gap between and around them', () => {
    assert.deepEqual(toRows(contactSheet([A, B, C], { columns: 2, gap: 1, background: 9 })), [
      [9, 9, 9, 9, 9, 9, 9],
      [9, 1, 1, 9, 2, 2, 9],
      [9, 9, 9, 9, 9, 9, 9],
      [9, 3, 3, 9, 9, 9, 9],
      [9, 9, 9, 9, 9, 9, 9],
    ]);
  });

  it('enlarges tiles but not gaps', () => {
    const tile = fromRows([[1, 2]]);
    assert.deepEqual(toRows(contactSheet([tile, tile], { columns: 2, gap: 1, scale: 2, background: 0 })), [
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0, 1, 1, 2, 2, 0, 1, 1, 2, 2, 0],
      [0, 1, 1, 2, 2, 0, 1, 1, 2, 2, 0],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it('makes one shorter row of fewer images than columns, and joins tiles without a gap', () => {
    assert.deepEqual(toRows(contactSheet([A, B], { columns: 7, gap: 0 })), [[1, 1, 2, 2]]);
  });

  it('puts a smaller image in the left upper corner of its tile', () => {
    const large = fromRows([
      [5, 5, 5],
      [5, 5, 5],
    ]);
    assert.deepEqual(toRows(contactSheet([A, large], { columns: 1, gap: 0, background: 8 })), [
      [1, 1, 8],
      [8, 8, 8],
      [5, 5, 5],
      [5, 5, 5],
    ]);
  });

  it('has paper and two pixels between tiles unless told otherwise', () => {
    const sheet = contactSheet([A], { columns: 1 });
    assert.deepEqual([sheet.width, sheet.height, sheet.data[0]], [6, 5, 255]);
  });

  it('refuses no images and options out of range', () => {
    assert.throws(() => contactSheet([], { columns: 1 }), /must hold at least one image, got none/);
    assert.throws(() => contactSheet([A], { columns: 0 }), /columns must be an integer from 1 on, got 0/);
    assert.throws(
      () => contactSheet([A], { columns: 1, gap: -1 }),
      /gap must be an integer from 0 on, got -1/,
    );
    assert.throws(
      () => contactSheet([A], { columns: 1, scale: 1.5 }),
      /scale must be an integer from 1 on, got 1.5/,
    );
    assert.throws(
      () => contactSheet([A], { columns: 1, background: 256 }),
      /background must be .* to 255, got 256/,
    );
  });
});
