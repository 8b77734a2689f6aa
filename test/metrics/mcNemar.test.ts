import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mcNemar } from 'captcha-lab/metrics';

describe('mcNemar', () => {
  it('is the two tails of a fair coin', () => {
    // 1 of 4: 2 (1 + 4) / 16; 0 of 3: 2 / 8.
    assert.ok(Math.abs(mcNemar(1, 3).p - 0.625) < 1e-12);
    assert.ok(Math.abs(mcNemar(3, 0).p - 0.25) < 1e-12);
  });

  it('is 1 where nothing or nothing more than chance tells the two apart', () => {
    assert.equal(mcNemar(0, 0).p, 1);
    assert.equal(mcNemar(7, 7).p, 1);
  });

  it('does not care which reader comes first, and copes with thousands of cases', () => {
    assert.equal(mcNemar(93, 161).p, mcNemar(161, 93).p);
    const { p } = mcNemar(2000, 2600);
    assert.ok(p > 0 && p < 1e-15);
  });

  it('names the count that is none', () => {
    assert.throws(() => mcNemar(-1, 2), /onlyFirst must be a whole number of at least 0, got -1/);
    assert.throws(() => mcNemar(1, 2.5), /onlySecond .*got 2.5/);
  });
});
