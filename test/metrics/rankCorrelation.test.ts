import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cosineSimilarity, rankCorrelation } from 'captcha-lab/metrics';

describe('rankCorrelation', () => {
  it('is 1 for the same order, whatever the values, and -1 for the opposite', () => {
    assert.equal(rankCorrelation([1, 2, 3], [10, 100, 1000]), 1);
    assert.equal(rankCorrelation([1, 2, 3], [3, 2, 1]), -1);
  });

  it('shares ranks between equal values', () => {
    // Ranks 0, 1.5, 1.5, 3, 4 and 1, 0, 2.5, 2.5, 4; numpy.corrcoef of them.
    assert.ok(Math.abs(rankCorrelation([1, 2, 2, 4, 5], [2, 1, 3, 3, 5]) - 0.763157894736842) < 1e-12);
  });

  it('is no number when a list is constant, and refuses lists that do not match', () => {
    assert.equal(rankCorrelation([1, 1], [1, 2]), NaN);
    assert.equal(rankCorrelation([NaN, NaN, 1], [1, 2, 3]), NaN);
    assert.throws(() => rankCorrelation([1], [1]), /length of at least 2, got 1 and 1/);
    assert.throws(() => rankCorrelation([1, 2], [1, 2, 3]), /got 2 and 3/);
  });
});

describe('cosineSimilarity', () => {
  it('compares directions', () => {
    assert.equal(cosineSimilarity([3, 0], [5, 0]), 1);
    assert.equal(cosineSimilarity([1, 0], [0, 2]), 0);
    assert.ok(Math.abs(cosineSimilarity([1, 1], [1, 0]) - Math.SQRT1_2) < 1e-15);
    assert.equal(cosineSimilarity([0, 0], [1, 0]), NaN);
    assert.equal(cosineSimilarity([1e-90, 0], [1e-90, 0]), 1);
    assert.throws(() => cosineSimilarity([1], [1, 2]), /same length, got 1 and 2/);
  });
});
