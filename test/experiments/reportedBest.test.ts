import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportedBest } from 'captcha-lab/experiments';

describe('reportedBest', () => {
  it("is the highest of the report's curve so far, which only rises with epochs", async () => {
    const best = await reportedBest();
    const sgd = [1, 10, 20, 100, 1000].map((epochs) => best('sgd', epochs)!);
    assert.deepEqual(
      sgd,
      [...sgd].sort((a, b) => a - b),
    );
    // Figure 5's 88.52% is the highest of all epochs.
    assert.equal(sgd[4].toFixed(4), '0.8852');
    assert.equal(best('smaller', 500)?.toFixed(3), '0.127');
    assert.equal(best('final', 5), undefined);
    assert.equal(best('sgd', 0), undefined);
  });
});
