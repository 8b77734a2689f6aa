import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { captchaAccuracy, productOfPositions } from 'captcha-lab/report';
import { pToTheFifth } from 'captcha-lab/report';
import fc from 'fast-check';

describe('pToTheFifth', () => {
  it("gives the report's 73.04 % for its 93.91 %", () => {
    assert.equal((100 * pToTheFifth(0.9391)).toFixed(2), '73.04');
  });

  it('refuses a percentage and says to give a share', () => {
    assert.throws(() => pToTheFifth(93.91), /p must lie between 0 and 1, got 93.91; give a share/);
    assert.throws(() => pToTheFifth(NaN), RangeError);
  });
});

describe('productOfPositions', () => {
  it("multiplies the positions' accuracies", () => {
    const { value, positions } = productOfPositions([0, 1, 0, 1], [0, 1, 0, 2], [0, 1, 0, 1], { length: 2 });
    assert.deepEqual(positions, [
      { correct: 2, n: 2, value: 1 },
      { correct: 1, n: 2, value: 0.5 },
    ]);
    assert.equal(value, 0.5);
  });

  it('takes positions in any order', () => {
    const inOrder = productOfPositions([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [0, 1, 2, 3, 4]);
    const shuffled = productOfPositions([3, 1, 5, 2, 4], [3, 1, 5, 2, 4], [2, 0, 4, 1, 3]);
    assert.deepEqual(inOrder, shuffled);
  });

  it('refuses positions that are missing, out of range or of another length', () => {
    assert.throws(
      () => productOfPositions([0, 0], [0, 0], [0, 0], { length: 2 }),
      /no character has position 1/,
    );
    assert.throws(() => productOfPositions([0], [0], [5]), /position\[0\] must be 0 to 4, got 5/);
    assert.throws(() => productOfPositions([0, 0], [0, 0], [0]), /position has 1 entries for 2 characters/);
  });
});

describe('captchaAccuracy', () => {
  it('counts a CAPTCHA as read only when all its characters are right', () => {
    const truth = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5];
    const predicted = [1, 2, 3, 4, 5, 1, 2, 3, 4, 6, 0, 2, 3, 4, 5];
    assert.deepEqual(captchaAccuracy(truth, predicted), { correct: 1, n: 3, value: 1 / 3 });
  });

  it('is never above the accuracy of any position', () => {
    const captcha = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(captcha, { minLength: 1 }), (captchas) => {
        const right = captchas.flat();
        const truth = right.map(() => 1);
        const predicted = right.map((isRight) => (isRight ? 1 : 0));
        const { positions } = productOfPositions(
          truth,
          predicted,
          right.map((_, index) => index % 5),
        );
        const { value } = captchaAccuracy(truth, predicted);
        assert.ok(positions.every((position) => value <= position.value));
      }),
    );
  });

  it('refuses characters that are not whole CAPTCHAs', () => {
    assert.throws(
      () => captchaAccuracy([1, 2, 3, 4], [1, 2, 3, 4]),
      /4 characters are not whole CAPTCHAs of 5/,
    );
    assert.throws(() => captchaAccuracy([], []), /truth is empty/);
    assert.throws(() => captchaAccuracy([1], [1], { length: 0 }), /length must be a whole number/);
  });
});
