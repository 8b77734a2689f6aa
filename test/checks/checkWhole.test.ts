import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkWhole } from 'captcha-lab/checks';

describe('checkWhole', () => {
  it('lets whole numbers pass, the ends of the range with them', () => {
    checkWhole('draw', { seed: -3 });
    checkWhole('draw', { count: 1, rows: 7 }, 1);
    checkWhole('draw', { low: 0, high: 255 }, 0, 255);
  });

  it('names the function, the argument, the rule and the value', () => {
    const refused = (value: number, ...range: number[]): string => {
      try {
        checkWhole('draw', { fine: 1, value }, ...range);
      } catch (error) {
        assert.ok(error instanceof RangeError);
        return error.message;
      }
      return 'let pass';
    };
    assert.equal(refused(1.5), 'draw: value must be a whole number, got 1.5.');
    assert.equal(refused(NaN), 'draw: value must be a whole number, got NaN.');
    assert.equal(refused(2 ** 53), 'draw: value must be a whole number, got 9007199254740992.');
    assert.equal(refused(0, 1), 'draw: value must be a whole number of at least 1, got 0.');
    assert.equal(refused(256, 0, 255), 'draw: value must be a whole number from 0 to 255, got 256.');
    assert.equal(refused(-1, 0, 255), 'draw: value must be a whole number from 0 to 255, got -1.');
  });

  it('refuses what plain JavaScript may pass in the place of a number', () => {
    assert.throws(() => {
      checkWhole('draw', { seed: '3' as unknown as number });
    }, /got 3\.$/);
    assert.throws(() => {
      checkWhole('draw', { seed: undefined as unknown as number });
    }, /got undefined\.$/);
  });
});
