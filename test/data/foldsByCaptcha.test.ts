import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldsByCaptcha } from 'captcha-lab/data';

describe('foldsByCaptcha', () => {
  it('tests every CAPTCHA in exactly one fold and trains on it in the others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 12 }),
        fc.nat({ max: 200 }),
        fc.integer(),
        (folds, more, seed) => {
          const count = folds + more;
          const all = Array.from({ length: count }, (_, index) => index);
          const result = foldsByCaptcha(count, { folds, seed });
          assert.equal(result.length, folds);
          assert.deepEqual(
            result.flatMap(({ test }) => [...test]).sort((a, b) => a - b),
            all,
          );
          for (const { train, test } of result) {
            assert.deepEqual(
              [...train, ...test].sort((a, b) => a - b),
              all,
            );
            assert.deepEqual([train, test], [train.toSorted(), test.toSorted()]);
          }
          const sizes = result.map(({ test }) => test.length);
          assert.ok(
            sizes[0] - sizes[folds - 1] <= 1 &&
              sizes.every((size, fold) => fold === 0 || size <= sizes[fold - 1]),
          );
        },
      ),
    );
  });

  it('makes five folds by default, the same for the same seed and others for another', () => {
    const folds = foldsByCaptcha(1070, { seed: 1 });
    assert.deepEqual(
      folds.map(({ test }) => test.length),
      [214, 214, 214, 214, 214],
    );
    assert.deepEqual(folds, foldsByCaptcha(1070, { seed: 1 }));
    assert.notDeepEqual(folds, foldsByCaptcha(1070, { seed: 2 }));
    // Fixed, so that results kept for a seed stay comparable from release to release.
    assert.deepEqual([...foldsByCaptcha(10, { seed: 1 })[0].test], [2, 3]);
  });

  it('names the argument that is out of range', () => {
    assert.throws(
      () => foldsByCaptcha(10, { seed: 1, folds: 1 }),
      /RangeError: foldsByCaptcha: folds must be a whole number of at least 2, got 1/,
    );
    assert.throws(() => foldsByCaptcha(10, { seed: 1, folds: 2.5 }), /got 2\.5/);
    assert.throws(
      () => foldsByCaptcha(4, { seed: 1 }),
      /RangeError: foldsByCaptcha: captchaCount must be a whole number, at least folds \(5\), got 4/,
    );
    assert.throws(() => foldsByCaptcha(10.5, { seed: 1 }), /got 10\.5/);
    assert.throws(
      () => foldsByCaptcha(10, { seed: 0.5 }),
      /RangeError: foldsByCaptcha: seed must be a whole number, got 0\.5/,
    );
  });
});
