import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textAccuracy } from 'captcha-lab/metrics';

describe('textAccuracy', () => {
  it('counts CAPTCHAs of which every character is right, wherever a wrong one stands', () => {
    const truth = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    assert.deepEqual(textAccuracy(truth, truth, { length: 3 }), { correct: 3, n: 3, value: 1 });
    for (const wrong of [0, 1, 2]) {
      const predicted = truth.map((value, index) => (index === wrong ? 0 : value));
      assert.deepEqual(textAccuracy(truth, predicted, { length: 3 }), { correct: 2, n: 3, value: 2 / 3 });
    }
    assert.deepEqual(textAccuracy([1, 2], [1, 0], { length: 1 }), { correct: 1, n: 2, value: 0.5 });
  });

  it('refuses lengths that are none, and characters that are not whole CAPTCHAs', () => {
    for (const length of [0, -1, 1.5, NaN]) {
      assert.throws(
        () => textAccuracy([1], [1], { length }),
        /length must be a whole number of at least 1, got/,
      );
    }
    assert.throws(
      () => textAccuracy([1, 2, 3], [1, 2, 3], { length: 2 }),
      /3 characters are not whole CAPTCHAs of 2/,
    );
    assert.throws(() => textAccuracy([1, 2], [1], { length: 1 }), /^RangeError: textAccuracy: truth has 2/);
  });
});
