import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { perClass } from 'captcha-lab/metrics';

describe('perClass', () => {
  it('gives recall by rows and precision by columns', () => {
    assert.deepEqual(
      perClass([
        [3, 1],
        [2, 4],
      ]),
      [
        { class: 0, count: 4, predicted: 5, recall: 0.75, precision: 0.6 },
        { class: 1, count: 6, predicted: 5, recall: 4 / 6, precision: 0.8 },
      ],
    );
  });

  it('gives null, not NaN, for a class without examples and for one never predicted', () => {
    const [absent, unread] = perClass([
      [0, 0],
      [2, 0],
    ]);
    assert.deepEqual(absent, { class: 0, count: 0, predicted: 2, recall: null, precision: 0 });
    assert.deepEqual(unread, { class: 1, count: 2, predicted: 0, recall: 0, precision: null });
  });

  it('refuses a matrix that is empty, not square or not of counts', () => {
    assert.throws(() => perClass([]), /confusion matrix is empty/);
    assert.throws(() => perClass([[1, 2]]), /row 0 has 2 of 1 columns/);
    assert.throws(() => perClass([[0.5]]), /row 0 must hold counts, got 0.5/);
    assert.throws(() => perClass([[-1]]), /got -1/);
  });
});
