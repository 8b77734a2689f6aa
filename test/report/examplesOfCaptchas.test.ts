import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { examplesOfCaptchas } from 'captcha-lab/report';

describe('examplesOfCaptchas', () => {
  it('gives five examples a CAPTCHA, in the order given', () => {
    assert.deepEqual([...examplesOfCaptchas(Int32Array.of(3, 0))], [15, 16, 17, 18, 19, 0, 1, 2, 3, 4]);
    assert.equal(examplesOfCaptchas([]).length, 0);
  });

  it('refuses an index that is none', () => {
    assert.throws(
      () => examplesOfCaptchas([1, -1]),
      /RangeError: examplesOf: captchaIndices must be whole numbers from 0, got -1/,
    );
    assert.throws(() => examplesOfCaptchas([0.5]), /got 0\.5/);
  });
});
