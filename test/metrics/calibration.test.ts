import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calibration, expectedCalibrationError } from 'captcha-lab/metrics';

/** Two classes; the confidence of each example and whether its answer, class 0, is right. */
function examples(...rows: readonly (readonly [confidence: number, right: boolean])[]) {
  return {
    probabilities: Float32Array.from(rows.flatMap(([confidence]) => [confidence, 1 - confidence])),
    truth: Uint8Array.from(rows, ([, right]) => (right ? 0 : 1)),
  };
}

const close = (value: number | null, expected: number): void => {
  assert.ok(value !== null && Math.abs(value - expected) < 1e-6, `${value} is not ${expected}`);
};

describe('calibration', () => {
  // By hand, in fifths: 0.55 in the third, 0.65 in the fourth, the others in the last, two of three right.
  const { probabilities, truth } = examples(
    [0.55, true],
    [0.65, false],
    [0.9375, true],
    [0.95, false],
    [1, true],
  );

  it('counts examples and right answers of each bin, and keeps empty bins', () => {
    const bins = calibration(probabilities, truth, { classes: 2, bins: 5 });
    assert.deepEqual(
      bins.map(({ n, correct }) => [n, correct]),
      [
        [0, 0],
        [0, 0],
        [1, 1],
        [1, 0],
        [3, 2],
      ],
    );
    assert.deepEqual(bins[0], { low: 0, high: 0.2, n: 0, correct: 0, confidence: null, accuracy: null });
    assert.deepEqual([bins[4].low, bins[4].high], [0.8, 1]);
    close(bins[4].confidence, (0.9375 + 0.95 + 1) / 3);
    close(bins[4].accuracy, 2 / 3);
  });

  it('makes ten bins unless told otherwise', () => {
    assert.equal(calibration(probabilities, truth, { classes: 2 }).length, 10);
  });

  it('puts a confidence on an edge into the bin below, also where single precision lies above the edge', () => {
    assert.ok(Math.fround(0.6) > 0.6 && Math.fround(0.7) < 0.7);
    const edges = examples([0.5, true], [0.6, true], [0.7, true], [0.8, true], [0.9, true], [1, true]);
    const bins = calibration(edges.probabilities, edges.truth, { classes: 2 });
    assert.deepEqual(
      bins.map(({ n }) => n),
      [0, 0, 0, 0, 1, 1, 1, 1, 1, 1],
    );
  });

  it('takes the lowest of equally probable classes', () => {
    const third = Float32Array.from([0.25, 0.375, 0.375]);
    const correct = [0, 1, 2].map((label) => {
      const bins = calibration(third, Uint8Array.of(label), { classes: 3, bins: 1 });
      return bins[0].correct;
    });
    assert.deepEqual(correct, [0, 1, 0]);
  });

  it('leaves its input as it was', () => {
    const copy = probabilities.slice();
    calibration(probabilities, truth, { classes: 2 });
    assert.deepEqual(probabilities, copy);
  });

  it('refuses what it cannot measure', () => {
    const one = Uint8Array.of(0);
    const refuse = (
      values: number[],
      label: Uint8Array,
      options: { classes: number; bins?: number },
    ): void => {
      calibration(Float32Array.from(values), label, options);
    };
    assert.throws(() => {
      refuse([], new Uint8Array(0), { classes: 2 });
    }, /truth is empty/);
    assert.throws(() => {
      refuse([1], one, { classes: 2 });
    }, /1 examples x 2 classes = 2 values, got 1/);
    assert.throws(() => {
      refuse([1, 0], one, { classes: 2, bins: 0 });
    }, /bins must be a whole number of at least 1, got 0/);
    assert.throws(() => {
      refuse([1, 0], one, { classes: 0 });
    }, /classes must be a whole number of at least 1, got 0/);
    assert.throws(() => {
      refuse([1, 0], Uint8Array.of(2), { classes: 2 });
    }, /truth\[0\] must be a class from 0 to 1, got 2/);
    assert.throws(() => {
      refuse([1.5, -0.5], one, { classes: 2 });
    }, /example 0 must be 0 to 1, got 1.5/);
    assert.throws(() => {
      refuse([NaN, 1], one, { classes: 2 });
    }, /must be 0 to 1, got NaN/);
    assert.throws(() => {
      refuse([0.25, 0.25], one, { classes: 2 });
    }, /example 0 must sum to 1, got 0.5/);
  });
});

describe('expectedCalibrationError', () => {
  it('weighs the distance of each bin by its examples', () => {
    // Confidence 0.75 with 2 of 4 right, 1 with 1 of 1 right: 4/5 x 0.25 + 1/5 x 0.
    const four = [true, true, false, false].map((right) => [0.75, right] as const);
    const { probabilities, truth } = examples(...four, [1, true]);
    close(expectedCalibrationError(calibration(probabilities, truth, { classes: 2 })), 0.2);
  });

  it('is 0 for a network that is as often right as it says, and 1 for one that is certain and wrong', () => {
    const honest = examples([0.75, true], [0.75, true], [0.75, true], [0.75, false]);
    const wrong = examples([1, false]);
    const errors = [honest, wrong].map(({ probabilities, truth }) => {
      return expectedCalibrationError(calibration(probabilities, truth, { classes: 2 }));
    });
    assert.deepEqual(errors, [0, 1]);
  });

  it('does not let bins too high and too low cancel out', () => {
    // 0.5625 and right, 0.9375 and wrong: (0.4375 + 0.9375) / 2.
    const { probabilities, truth } = examples([0.5625, true], [0.9375, false]);
    close(expectedCalibrationError(calibration(probabilities, truth, { classes: 2 })), 0.6875);
  });

  it('needs an example', () => {
    assert.throws(() => expectedCalibrationError([]), /bins hold no example/);
  });
});
