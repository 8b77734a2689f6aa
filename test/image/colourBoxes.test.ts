import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { colourBoxes, fromRows } from 'captcha-lab/image';

const PICTURE = fromRows([
  [0, 9, 255],
  [1, 2, 3],
]);

describe('colourBoxes', () => {
  it('colours the outline and keeps the greys elsewhere', () => {
    const { data, width, height } = colourBoxes(PICTURE, [{ x: 0, y: 0, width: 1, height: 2 }], {
      colour: [200, 100, 50],
    });
    assert.deepEqual([width, height], [3, 2]);
    assert.deepEqual(
      [...data],
      [
        ...[200, 100, 50, 255, 9, 9, 9, 255, 255, 255, 255, 255],
        ...[200, 100, 50, 255, 2, 2, 2, 255, 3, 3, 3, 255],
      ],
    );
    assert.deepEqual([...PICTURE.data], [0, 9, 255, 1, 2, 3]);
  });

  it('refuses a box as drawBoxes does', () => {
    assert.throws(
      () => colourBoxes(PICTURE, [{ x: 0, y: 0, width: 0, height: 1 }]),
      /integer sides of at least 1/,
    );
  });
});
