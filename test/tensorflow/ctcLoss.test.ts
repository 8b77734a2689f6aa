import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ctcLoss, tf } from 'captcha-lab/tensorflow';
import { spread } from '../model/formulaNet';

const SHAPE = [2, 6, 4] as const;
const LABELS = Uint8Array.of(0, 1, 2, 2);

function logits(values: ArrayLike<number> = spread(48, 5)): tf.Tensor3D {
  return tf.tensor3d(
    Float32Array.from(values, (value) => 2 * value),
    [...SHAPE],
  );
}

function lossOf(values: ArrayLike<number>): number {
  return tf.tidy(() => ctcLoss(logits(values), LABELS).dataSync()[0]);
}

/** Minus the logarithm of the probability of all ways to write `labels` over six columns, by trying all 4^6. */
function byTrying(probabilities: ArrayLike<number>, labels: readonly number[]): number {
  let sum = 0;
  for (let code = 0; code < 4 ** 6; code++) {
    const path = Array.from({ length: 6 }, (_, step) => Math.floor(code / 4 ** step) % 4);
    const text = path.filter((label, step) => label !== 3 && (step === 0 || path[step - 1] !== label));
    if (text.join() === labels.join()) {
      sum += path.reduce((product, label, step) => product * probabilities[step * 4 + label], 1);
    }
  }
  return -Math.log(sum);
}

describe('ctcLoss', () => {
  it('is the mean over the batch of what trying every way to write the text gives', () => {
    const probabilities = tf.tidy(() => logits().softmax().dataSync());
    const one = byTrying(probabilities.slice(0, 24), [0, 1]);
    const other = byTrying(probabilities.slice(24), [2, 2]);
    assert.ok(Math.abs(lossOf(spread(48, 5)) - (one + other) / 2) < 1e-5);
  });

  it('has the gradient that small changes of the scores show', () => {
    const values = Float64Array.from(spread(48, 5));
    const slope = tf.tidy(() =>
      tf
        .grad((x) => ctcLoss(x as tf.Tensor3D, LABELS))(logits(values))
        .dataSync(),
    );
    values.forEach((value, index) => {
      const changed = (by: number): number => lossOf(values.with(index, value + by));
      const expected = (changed(0.01) - changed(-0.01)) / 0.04;
      assert.ok(Math.abs(slope[index] - expected) < 1e-3, `at ${index}: ${slope[index]}, ${expected}`);
    });
  });

  it('leaves nothing behind, in tfjs or in TensorFlow, and says nothing', (test) => {
    const warn = test.mock.method(console, 'warn', () => undefined);
    const scores = logits();
    const before = tf.memory().numTensors;
    tf.grad((x) => ctcLoss(x as tf.Tensor3D, LABELS))(scores).dispose();
    assert.equal(tf.memory().numTensors, before);
    assert.equal(warn.mock.callCount(), 0);
    scores.dispose();
  });

  it('refuses labels that are no classes, do not fill the batch, or do not fit the columns', () => {
    const loss = (labels: number[]) => () => tf.tidy(() => ctcLoss(logits(), Uint8Array.from(labels)));
    assert.throws(loss([0, 1, 2, 3]), /labels must be from 0 to 2, got 3; 3 is the blank/);
    assert.throws(loss([0, 1, 2]), /as many for each of 2 examples, got 3/);
    assert.throws(loss([0, 0, 0, 0, 1, 1, 1, 1]), /text 0 needs 7 time steps, but logits have 6/);
  });
});
