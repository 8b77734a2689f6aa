import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crop, fromRows, toRows } from 'captcha-lab/image';

const IMAGE = fromRows([
  [1, 2, 3, 4],
  [5, 6, 7, 8],
  [9, 0, 1, 2],
]);

describe('crop', () => {
  it('copies the pixels of the box', () => {
    assert.deepEqual(toRows(crop(IMAGE, { x: 1, y: 1, width: 3, height: 2 })), [
      [6, 7, 8],
      [0, 1, 2],
    ]);
    const whole = crop(IMAGE, { x: 0, y: 0, width: 4, height: 3 });
    assert.deepEqual(whole, IMAGE);
    assert.notEqual(whole.data.buffer, IMAGE.data.buffer);
  });

  it('refuses a box that leaves the image', () => {
    for (const [x, y, width, height] of [
      [-1, 0, 2, 2],
      [0, -1, 2, 2],
      [3, 0, 2, 2],
      [0, 2, 2, 2],
    ]) {
      assert.throws(() => crop(IMAGE, { x, y, width, height }), {
        name: 'RangeError',
        message: `crop: the box must lie inside the image of 4 x 3, got ${width} x ${height} at x ${x}, y ${y}.`,
      });
    }
  });

  it('refuses a box without whole sides of at least 1', () => {
    assert.throws(
      () => crop(IMAGE, { x: 0, y: 0, width: 0, height: 1 }),
      /integer sides of at least 1, got 0 x 1/,
    );
    assert.throws(
      () => crop(IMAGE, { x: 0, y: 0, width: 1, height: 0 }),
      /integer sides of at least 1, got 1 x 0/,
    );
    assert.throws(() => crop(IMAGE, { x: 0.5, y: 0, width: 1, height: 1 }), /integer sides .* at x 0.5/);
    assert.throws(() => crop(IMAGE, { x: 0, y: NaN, width: 1, height: 1 }), /integer sides .* y NaN/);
  });
});
