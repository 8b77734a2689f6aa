import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tf } from 'captcha-lab/tensorflow';
import { batchCrossEntropy, crossEntropy, largest } from '../../lib/training/crossEntropy';
import keras from '../fixtures/model/keras.json';
import { largestDifference } from '../model/formulaNet';

const { probabilities, truth, losses, gradient } = keras.entropy;

describe('batchCrossEntropy', () => {
  it("equals Keras's loss at, beyond and away from the clip, and for sums other than 1", () => {
    probabilities.forEach((row, index) => {
      const { loss } = batchCrossEntropy(row, [truth[index]], 3);
      assert.ok(Math.abs(loss - losses[index]) < 1e-5, `${row.join()}: ${loss}, Keras ${losses[index]}`);
    });
  });

  it("equals Keras's gradient, which is flat where the clip is", () => {
    const ours = new Float32Array(18);
    batchCrossEntropy(Float32Array.from(probabilities.flat()), truth, 3, ours);
    ours.forEach((value, index) => {
      const theirs = gradient.flat()[index];
      assert.ok(
        Math.abs(value - theirs) <= 1e-5 * Math.max(1, Math.abs(theirs)),
        `${index}: ${value}, ${theirs}`,
      );
    });
  });

  it("gives the report's dead network its loss: 16.118 for each example that is not an 'n'", () => {
    const given = Array.from({ length: 1063 * 2 }, (_, at) => (at % 2 === 0 ? 1 : 0));
    const labels = Array.from({ length: 1063 }, (_, at) => (at < 108 ? 0 : 1));
    const { loss, correct } = batchCrossEntropy(given, labels, 2);
    assert.equal((loss / 1063).toFixed(2), '14.48');
    assert.equal(correct, 108);
  });

  it('passes on NaN instead of clipping it away', () => {
    assert.ok(Number.isNaN(batchCrossEntropy([NaN, NaN], [0], 2).loss));
  });
});

describe('crossEntropy', () => {
  it('is the mean loss, differentiable, and leaves no tensor behind', () => {
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      let correct = -1;
      const input = tf.tensor2d(probabilities);
      const labels = Uint8Array.from(truth);
      const loss = crossEntropy(input, labels, (sums) => (correct = sums.correct));
      assert.ok(Math.abs(loss.dataSync()[0] - losses.reduce((sum, value) => sum + value, 0) / 6) < 1e-5);
      assert.equal(correct, 2);
      const [slope] = tf.grads((tensor) => crossEntropy(tensor, labels, () => undefined).mul(2))([input]);
      const doubled = gradient.flat().map((value) => value * 2);
      assert.ok(largestDifference(slope.dataSync().slice(0, 15), doubled.slice(0, 15)) < 1e-5);
    });
    assert.equal(tf.memory().numTensors, before);
  });
});

describe('largest', () => {
  it('gives the lowest class among equals', () => {
    assert.equal(largest([9, 9, 1, 5, 5], 2, 3), 1);
    assert.equal(largest([0, 0, 0], 0, 3), 0);
  });
});
