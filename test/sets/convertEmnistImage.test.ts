import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { convertEmnistImage } from 'captcha-lab/sets';
import fixture from '../fixtures/data/pillow-nearest.json';
import { transposed } from './idxFiles';

/** Which row and column Pillow samples, from scripts/fixtures/pillow-nearest.py. */
const { rows: ROWS, columns: COLUMNS } = fixture;

describe('convertEmnistImage', () => {
  it('turns upright, samples as Pillow does and inverts', () => {
    const byRow = transposed(Uint8Array.from({ length: 784 }, (_, index) => Math.floor(index / 28)));
    const byColumn = transposed(Uint8Array.from({ length: 784 }, (_, index) => index % 28));
    const rows = convertEmnistImage(byRow);
    const columns = convertEmnistImage(byColumn);
    assert.deepEqual([rows.width, rows.height], [21, 38]);
    ROWS.forEach((row, y) => {
      COLUMNS.forEach((column, x) => {
        assert.equal(rows.data[y * 21 + x], 255 - row);
        assert.equal(columns.data[y * 21 + x], 255 - column);
      });
    });
  });

  it('leaves its input as it was', () => {
    const pixels = new Uint8Array(784).fill(3);
    convertEmnistImage(pixels);
    assert.ok(pixels.every((value) => value === 3));
  });

  it('refuses another size', () => {
    assert.throws(
      () => convertEmnistImage(new Uint8Array(783)),
      /RangeError: convertEmnistImage: pixels must be 784 bytes, got 783/,
    );
  });
});
