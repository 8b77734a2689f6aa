import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cropBoxes, CROP_HEIGHT, CROP_WIDTH, CROP_X, CROP_Y } from 'captcha-lab/report';

describe('cropBoxes', () => {
  it('has the numbers of the report', () => {
    assert.deepEqual([CROP_X, CROP_Y, CROP_WIDTH, CROP_HEIGHT], [30, 12, 21, 38]);
  });

  it('puts five boxes side by side, left to right', () => {
    const boxes = cropBoxes();
    assert.deepEqual(
      boxes.map(({ x }) => x),
      [30, 51, 72, 93, 114],
    );
    assert.ok(boxes.every(({ y, width, height }) => y === 12 && width === 21 && height === 38));
  });
});
