import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatCount } from 'captcha-lab/metrics';

describe('formatCount', () => {
  it('puts the count beside the share', () => {
    assert.equal(formatCount(995, 1063), '995/1063 = 93.60%');
    assert.equal(formatCount(0, 3), '0/3 = 0.00%');
  });

  it('refuses a share of nothing, and more right answers than answers', () => {
    assert.throws(() => formatCount(0, 0), /n must be a whole number of at least 1, got 0/);
    assert.throws(() => formatCount(4, 3), /correct must be a whole number from 0 to n = 3, got 4/);
    assert.throws(() => formatCount(NaN, 3), RangeError);
  });
});
