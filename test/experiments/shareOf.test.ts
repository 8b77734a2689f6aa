import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { shareOf } from 'captcha-lab/experiments';

describe('shareOf', () => {
  it('gives every run to exactly one task', () => {
    const works = fc.array(fc.nat(1000), { maxLength: 40 });
    fc.assert(
      fc.property(works, fc.integer({ min: 1, max: 9 }), (lengths, count) => {
        const runs = lengths.map((work, id) => ({ id, work }));
        const shares = Array.from({ length: count }, (_, index) => shareOf(runs, { index, count }));
        const ids = shares.flat().map(({ id }) => id);
        assert.deepEqual(
          ids.sort((a, b) => a - b),
          runs.map(({ id }) => id),
        );
      }),
    );
  });

  it('balances the work: the longest run alone, the short ones together', () => {
    const runs = [1, 1, 10, 2, 3].map((work, id) => ({ id, work }));
    assert.deepEqual(
      shareOf(runs, { index: 0, count: 2 }).map(({ id }) => id),
      [2],
    );
    assert.deepEqual(
      shareOf(runs, { index: 1, count: 2 }).map(({ id }) => id),
      [0, 1, 3, 4],
    );
  });

  it('refuses a task that there is not', () => {
    assert.throws(() => shareOf([], { index: 3, count: 3 }), /index must be .* got 3 of 3/);
    assert.throws(() => shareOf([], { index: 0, count: 0 }), RangeError);
  });
});
