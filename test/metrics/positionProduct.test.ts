import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { positionProduct } from 'captcha-lab/metrics';

describe('positionProduct', () => {
  it('multiplies the accuracies of the positions, in whatever order the characters come', () => {
    // Position 0: 1 of 2 right; position 1: 2 of 3; position 2: 1 of 1.
    const position = [1, 0, 2, 1, 0, 1];
    const { value, positions } = positionProduct([3, 4, 5, 3, 4, 5], [3, 4, 5, 3, 0, 0], position, {
      length: 3,
    });
    assert.deepEqual(
      positions.map(({ correct, n }) => [correct, n]),
      [
        [1, 2],
        [2, 3],
        [1, 1],
      ],
    );
    assert.equal(value, (1 / 2) * (2 / 3));
  });

  it('names lists that do not fit, a position that does not exist and one without characters', () => {
    const length = 2;
    assert.throws(
      () => positionProduct([1, 2], [1, 2], [0], { length }),
      /position has 1 entries for 2 characters/,
    );
    assert.throws(
      () => positionProduct([1, 2], [1], [0, 1], { length }),
      /^RangeError: positionProduct: truth has 2/,
    );
    assert.throws(
      () => positionProduct([], [], [], { length }),
      /^RangeError: positionProduct: truth is empty/,
    );
    assert.throws(
      () => positionProduct([1, 2], [1, 2], [0, 2], { length }),
      /position\[1\] must be 0 to 1, got 2/,
    );
    assert.throws(
      () => positionProduct([1, 2], [1, 2], [-1, 1], { length }),
      /position\[0\] must be 0 to 1, got -1/,
    );
    assert.throws(() => positionProduct([1, 2], [1, 2], [0, 0], { length }), /no character has position 1/);
  });
});
