import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { splitByCaptcha } from 'captcha-lab/data';

const share = fc.double({ min: 0, max: 0.49, noNaN: true });

describe('splitByCaptcha', () => {
  it('puts every CAPTCHA into one set, int(share x count) into test and validation', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        share,
        share,
        fc.integer(),
        (count, validation, test, seed) => {
          const split = splitByCaptcha(count, { seed, validation, test });
          assert.deepEqual(
            [...split.train, ...split.validation, ...split.test].sort((a, b) => a - b),
            Array.from({ length: count }, (_, index) => index),
          );
          assert.equal(split.validation.length, Math.trunc(validation * count));
          assert.equal(split.test.length, Math.trunc(test * count));
          for (const set of Object.values(split) as Int32Array[]) assert.deepEqual(set, set.toSorted());
        },
      ),
    );
  });

  it('holds back a fifth each by default, the same for the same seed', () => {
    const split = splitByCaptcha(1070, { seed: 3 });
    assert.deepEqual([split.train.length, split.validation.length, split.test.length], [642, 214, 214]);
    assert.deepEqual(split, splitByCaptcha(1070, { seed: 3 }));
    assert.notDeepEqual(split, splitByCaptcha(1070, { seed: 4 }));
  });

  it('names the argument that is out of range', () => {
    assert.throws(
      () => splitByCaptcha(0, { seed: 1 }),
      /RangeError: splitByCaptcha: captchaCount must be a whole number of at least 1, got 0/,
    );
    assert.throws(
      () => splitByCaptcha(10, { seed: 1, test: 1 }),
      /RangeError: splitByCaptcha: test must be from 0 to below 1, got 1/,
    );
    assert.throws(
      () => splitByCaptcha(10, { seed: 1, validation: NaN }),
      /validation must be from 0 to below 1, got NaN/,
    );
    assert.throws(
      () => splitByCaptcha(10, { seed: 1, validation: 0.5, test: 0.5 }),
      /validation \+ test must leave CAPTCHAs to train on, got 0\.5 \+ 0\.5 of 10/,
    );
    assert.throws(
      () => splitByCaptcha(10, { seed: 0.5 }),
      /RangeError: splitByCaptcha: seed must be a whole number, got 0\.5/,
    );
  });
});
