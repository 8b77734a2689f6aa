import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptedAtError, calibrationBins } from 'captcha-lab/metrics';

describe('acceptedAtError', () => {
  const confidences = [0.9, 0.8, 0.8, 0.6, 0.5];

  it('accepts as many answers as leave no more than the share of wrong ones', () => {
    const correct = [true, true, false, true, true];
    assert.deepEqual(acceptedAtError(confidences, correct, 0), {
      threshold: 0.9,
      accepted: 1,
      wrong: 0,
      n: 5,
    });
    assert.deepEqual(acceptedAtError(confidences, correct, 0.2), {
      threshold: 0.5,
      accepted: 5,
      wrong: 1,
      n: 5,
    });
    assert.deepEqual(acceptedAtError(confidences, correct, 0.25).accepted, 5);
  });

  it('accepts none when the surest answers are wrong, and all when nothing is', () => {
    assert.deepEqual(acceptedAtError(confidences, [false, true, true, false, false], 0.1), {
      threshold: Infinity,
      accepted: 0,
      wrong: 0,
      n: 5,
    });
    assert.equal(acceptedAtError(confidences, [true, true, true, true, true], 0).accepted, 5);
  });

  it('refuses what does not fit', () => {
    assert.throws(() => acceptedAtError([0.5], [], 0), /must be as many, got 1 and 0/);
    assert.throws(() => acceptedAtError([1.5], [true], 0), /confidences\[0\] must be 0 to 1, got 1\.5/);
    assert.throws(() => acceptedAtError([0.5], [true], 2), /maxError must be a share from 0 to 1, got 2/);
  });
});

describe('calibrationBins', () => {
  it('sorts answers by confidence, an edge to the bin below, and keeps empty bins', () => {
    const bins = calibrationBins([0.1, 0.5, 0.55, 1], [false, true, false, true], { bins: 2 });
    assert.deepEqual(
      bins.map(({ n, correct }) => [n, correct]),
      [
        [2, 1],
        [2, 1],
      ],
    );
    assert.deepEqual(calibrationBins([], [], { bins: 3 })[1], {
      low: 1 / 3,
      high: 2 / 3,
      n: 0,
      correct: 0,
      confidence: null,
      accuracy: null,
    });
  });

  it('refuses bins that are no count', () => {
    for (const bins of [0, 2.5, NaN]) {
      assert.throws(
        () => calibrationBins([0.5], [true], { bins }),
        /bins must be a whole number of at least 1/,
      );
    }
  });
});
