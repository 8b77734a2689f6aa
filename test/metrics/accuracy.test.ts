import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accuracy } from 'captcha-lab/metrics';

describe('accuracy', () => {
  it('counts the examples whose predicted class is the true one', () => {
    assert.deepEqual(accuracy([0, 1, 2, 2], [0, 2, 2, 2]), { correct: 3, n: 4, value: 0.75 });
  });

  it('takes typed arrays as well', () => {
    assert.equal(accuracy(Uint8Array.of(18, 3), Uint8Array.of(18, 4)).correct, 1);
  });

  it('refuses an empty list, which has no accuracy', () => {
    assert.throws(() => accuracy([], []), /accuracy: truth is empty/);
  });

  it('refuses lists of different lengths and says both', () => {
    assert.throws(() => accuracy([0, 1], [0]), /truth has 2 examples and predicted 1/);
  });

  for (const wrong of [-1, 0.5, NaN, Infinity]) {
    it(`refuses the class ${wrong} and says where it stands`, () => {
      assert.throws(
        () => accuracy([0, 1], [0, wrong]),
        new RegExp(`predicted\\[1\\] must be .* got ${wrong}`),
      );
      assert.throws(() => accuracy([wrong], [0]), /truth\[0\]/);
    });
  }
});
