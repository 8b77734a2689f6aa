import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fromRows, toRows } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';

describe('toRows', () => {
  it('gives the rows from top to bottom', () => {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    assert.deepEqual(toRows(fromRows(rows)), rows);
  });

  it('is undone by fromRows for every image', () => {
    fc.assert(
      fc.property(arbitraryImage, (image) => {
        assert.deepEqual(fromRows(toRows(image)), image);
      }),
    );
  });
});
