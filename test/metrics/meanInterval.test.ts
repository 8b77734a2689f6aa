import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meanInterval, studentQuantile } from 'captcha-lab/metrics';

describe('studentQuantile', () => {
  // Student's table, as printed in any textbook.
  for (const [probability, freedom, expected] of [
    [0.975, 1, 12.7062],
    [0.975, 2, 4.3027],
    [0.975, 3, 3.1824],
    [0.975, 4, 2.7764],
    [0.95, 5, 2.015],
    [0.995, 9, 3.2498],
    [0.975, 10, 2.2281],
    [0.975, 30, 2.0423],
  ] as const) {
    it(`is ${expected} for ${probability} and ${freedom} degrees of freedom`, () => {
      assert.ok(Math.abs(studentQuantile(probability, freedom) - expected) < 5e-5);
    });
  }

  it('is symmetric about 0', () => {
    assert.equal(studentQuantile(0.5, 7), 0);
    assert.equal(studentQuantile(0.1, 7), -studentQuantile(0.9, 7));
  });

  it('refuses probabilities and degrees out of range', () => {
    assert.throws(() => studentQuantile(1, 3), /probability must lie between 0 and 1, got 1/);
    assert.throws(() => studentQuantile(0.9, 0), /freedom must be a whole number of at least 1, got 0/);
  });
});

describe('meanInterval', () => {
  it('gives the mean and the range it is known to', () => {
    // s = 1 and n = 4: 3.1824 / 2 on either side.
    const { mean, low, high, n } = meanInterval([1, 2, 2, 3].map((value) => value * Math.sqrt(1.5)));
    assert.equal(n, 4);
    assert.ok(Math.abs(mean - 2 * Math.sqrt(1.5)) < 1e-12);
    assert.ok(Math.abs(high - mean - 1.5912) < 1e-4 && Math.abs(mean - low - 1.5912) < 1e-4);
  });

  it('says what it needs', () => {
    assert.throws(() => meanInterval([1]), /at least two finite numbers, got 1/);
    assert.throws(() => meanInterval([1, NaN]), /at least two finite numbers/);
    assert.throws(() => meanInterval([1, 2], { confidence: 1 }), /confidence must lie between 0 and 1/);
  });
});
