import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wilsonInterval } from 'captcha-lab/metrics';
import fc from 'fast-check';
import { normalQuantile } from '../../lib/metrics/normalQuantile';
import fixture from '../fixtures/metrics/wilson.json';

describe('wilsonInterval', () => {
  it('equals statsmodels', () => {
    for (const { successes, n, confidence, low, high } of fixture.intervals) {
      const ours = wilsonInterval(successes, n, { confidence });
      assert.ok(
        Math.abs(ours.low - low) < 1e-9 && Math.abs(ours.high - high) < 1e-9,
        `${successes}/${n} at ${confidence}: ${JSON.stringify(ours)} instead of ${low} to ${high}`,
      );
    }
  });

  it('is a 95 % interval unless told otherwise', () => {
    assert.deepEqual(wilsonInterval(995, 1063), wilsonInterval(995, 1063, { confidence: 0.95 }));
  });

  it('holds the share, stays within 0 and 1, and mirrors when successes and failures change places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, part) => {
          const successes = Math.round(n * part);
          const { low, high } = wilsonInterval(successes, n);
          const mirrored = wilsonInterval(n - successes, n);
          assert.ok(0 <= low && low <= successes / n && successes / n <= high && high <= 1);
          assert.ok(Math.abs(mirrored.low - (1 - high)) < 1e-12);
        },
      ),
    );
  });

  it('narrows as the count grows', () => {
    const width = (n: number): number => wilsonInterval(n / 2, n).high - wilsonInterval(n / 2, n).low;
    assert.ok(width(10) > width(100) && width(100) > width(1000));
  });

  it('refuses counts that are none', () => {
    for (const n of [0, -1, 1.5, NaN]) assert.throws(() => wilsonInterval(0, n), /n must be a whole number/);
    for (const successes of [-1, 11, 0.5, NaN]) {
      assert.throws(() => wilsonInterval(successes, 10), /successes must be .* from 0 to n = 10/);
    }
  });

  it('refuses a confidence of 0, 1, 95 or NaN', () => {
    for (const confidence of [0, 1, 95, NaN]) {
      assert.throws(() => wilsonInterval(1, 2, { confidence }), /confidence must lie between 0 and 1/);
    }
  });
});

describe('normalQuantile', () => {
  it('equals SciPy from the middle to the far tails', () => {
    for (const { p, z } of fixture.quantiles) {
      assert.ok(
        Math.abs(normalQuantile(p) - z) <= 1e-12 * Math.max(1, Math.abs(z)),
        `${p}: ${normalQuantile(p)}, ${z}`,
      );
    }
  });

  it('refuses probabilities that have no quantile', () => {
    for (const p of [0, 1, -0.1, NaN]) assert.throws(() => normalQuantile(p), /p must lie between 0 and 1/);
  });
});
