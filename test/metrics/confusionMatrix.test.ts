import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { confusionMatrix } from 'captcha-lab/metrics';
import fc from 'fast-check';

describe('confusionMatrix', () => {
  it('has the truth in rows and the prediction in columns', () => {
    assert.deepEqual(confusionMatrix([0, 0, 1, 2, 2], [0, 1, 1, 0, 2], 3), [
      [1, 1, 0],
      [0, 1, 0],
      [1, 0, 1],
    ]);
  });

  it('has rows that sum to the class counts and a diagonal that sums to the right answers', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), (pairs) => {
        const matrix = confusionMatrix(
          pairs.map(([truth]) => truth),
          pairs.map(([, predicted]) => predicted),
          5,
        );
        matrix.forEach((row, index) => {
          const count = pairs.filter(([truth]) => truth === index).length;
          assert.equal(
            row.reduce((sum, value) => sum + value, 0),
            count,
          );
        });
        const right = pairs.filter(([truth, predicted]) => truth === predicted).length;
        assert.equal(
          matrix.reduce((sum, row, index) => sum + row[index], 0),
          right,
        );
      }),
    );
  });

  it('refuses a class that the matrix has no row for', () => {
    assert.throws(() => confusionMatrix([0, 3], [0, 0], 3), /truth\[1\] must be a class from 0 to 2, got 3/);
    assert.throws(() => confusionMatrix([0], [3], 3), /predicted\[0\]/);
  });

  it('refuses lists that are empty or of different lengths', () => {
    assert.throws(() => confusionMatrix([], [], 3), /confusionMatrix: truth is empty/);
    assert.throws(() => confusionMatrix([1], [1, 1], 3), /1 examples and predicted 2/);
  });

  it('refuses a number of classes that is none', () => {
    for (const classes of [0, -1, 1.5, NaN]) {
      assert.throws(() => confusionMatrix([0], [0], classes), /classes must be a whole number/);
    }
  });
});
