import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromRows } from 'captcha-lab/image';
import { inkOutside } from 'captcha-lab/preprocess';

describe('inkOutside', () => {
  const picture = fromRows([
    [0, 255, 0],
    [255, 0, 1],
    [255, 255, 0],
  ]);

  it('is the share of black pixels that no box covers, at every edge', () => {
    assert.equal(inkOutside(picture, []), 1);
    assert.equal(inkOutside(picture, [{ x: 0, y: 0, width: 1, height: 1 }]), 0.75);
    assert.equal(inkOutside(picture, [{ x: 1, y: 1, width: 2, height: 2 }]), 0.5);
    assert.equal(inkOutside(picture, [{ x: 0, y: 0, width: 3, height: 2 }]), 0.25);
    assert.equal(inkOutside(picture, [{ x: 0, y: 0, width: 2, height: 3 }]), 0.5);
    assert.equal(inkOutside(picture, [{ x: 0, y: 0, width: 3, height: 3 }]), 0);
  });

  it('is 0 without ink', () => {
    assert.equal(inkOutside(fromRows([[255, 1]]), []), 0);
  });
});
