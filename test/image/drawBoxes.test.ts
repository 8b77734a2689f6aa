import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawBoxes, fromRows, greyImage, toRows } from 'captcha-lab/image';

const PAPER = greyImage(5, 4, new Uint8Array(20).fill(9));

describe('drawBoxes', () => {
  it('draws the outermost pixels of each box', () => {
    assert.deepEqual(toRows(drawBoxes(PAPER, [{ x: 1, y: 0, width: 3, height: 4 }])), [
      [9, 0, 0, 0, 9],
      [9, 0, 9, 0, 9],
      [9, 0, 9, 0, 9],
      [9, 0, 0, 0, 9],
    ]);
    assert.ok(PAPER.data.every((value) => value === 9));
  });

  it('draws with the value it is given, and only what is inside', () => {
    const boxes = [
      { x: -1, y: 2, width: 3, height: 9 },
      { x: 3, y: -1, width: 9, height: 2 },
    ];
    assert.deepEqual(toRows(drawBoxes(PAPER, boxes, { value: 5 })), [
      [9, 9, 9, 5, 5],
      [9, 9, 9, 9, 9],
      [5, 5, 9, 9, 9],
      [9, 5, 9, 9, 9],
    ]);
  });

  it('without boxes gives a copy', () => {
    const image = fromRows([[1]]);
    assert.deepEqual(drawBoxes(image, []), image);
    assert.notEqual(drawBoxes(image, []).data, image.data);
  });

  it('refuses boxes without whole sides and values that are no bytes', () => {
    assert.throws(
      () => drawBoxes(PAPER, [{ x: 0, y: 0, width: 0, height: 1 }]),
      /integer sides of at least 1/,
    );
    assert.throws(() => drawBoxes(PAPER, [{ x: 0.5, y: 0, width: 1, height: 1 }]), /integer sides .* x 0.5/);
    assert.throws(
      () => drawBoxes(PAPER, [], { value: 256 }),
      /value must be a whole number from 0 to 255, got 256/,
    );
  });
});
