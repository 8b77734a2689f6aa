import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromRows } from 'captcha-lab/image';
import { inkBox } from 'captcha-lab/preprocess';

describe('inkBox', () => {
  it('is the smallest box around what is darker than 128, at every edge and for one pixel', () => {
    const o = 255;
    assert.deepEqual(
      inkBox(
        fromRows([
          [o, o, o, o, o],
          [o, o, 0, o, o],
          [o, 127, o, o, o],
          [o, o, o, 90, o],
          [o, o, o, o, 128],
        ]),
      ),
      { x: 1, y: 1, width: 3, height: 3 },
    );
    assert.deepEqual(inkBox(fromRows([[0, o, 0]])), { x: 0, y: 0, width: 3, height: 1 });
    assert.deepEqual(inkBox(fromRows([[0, o]])), { x: 0, y: 0, width: 1, height: 1 });
    assert.deepEqual(inkBox(fromRows([[o], [o], [0]])), { x: 0, y: 2, width: 1, height: 1 });
  });

  it('is undefined where there is no ink', () => {
    assert.equal(inkBox(fromRows([[255, 128]])), undefined);
  });
});
