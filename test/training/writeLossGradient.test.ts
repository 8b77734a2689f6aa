import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tf } from 'captcha-lab/tensorflow';
import { batchCrossEntropy } from '../../lib/training/crossEntropy';
import { writeLossGradient } from '../../lib/training/writeLossGradient';
import keras from '../fixtures/model/keras.json';
import { runGraph } from '../kernels/runGraph';

/** Gradient by the logits, as a graph gives it, row-major. */
function graphGradient(rows: readonly number[][], labels: readonly number[]): number[] {
  return tf.tidy(() => {
    const inputs = [
      tf.tensor2d([...rows]),
      tf.oneHot([...labels], rows[0].length).toFloat(),
      tf.scalar(1 / rows.length),
    ];
    const [gradient] = runGraph(inputs, (kernels, [probabilities, truth, share]) => [
      writeLossGradient(kernels, { probabilities, truth, share }),
    ]);
    return gradient;
  });
}

/** What a gradient by probabilities becomes behind a softmax. */
function byLogits(probabilities: readonly number[], gradient: readonly number[]): number[] {
  const mean = probabilities.reduce((sum, value, index) => sum + value * gradient[index], 0);
  return probabilities.map((value, index) => value * (gradient[index] - mean));
}

function near(ours: readonly number[], theirs: readonly number[]): void {
  assert.equal(ours.length, theirs.length);
  const largest = Math.max(...theirs.map(Math.abs));
  ours.forEach((value, index) => {
    assert.ok(Math.abs(value - theirs[index]) <= 1e-5 * largest, `${index}: ${value}, ${theirs[index]}`);
  });
}

describe('writeLossGradient', () => {
  const { probabilities, truth, gradient } = keras.entropy;

  it("equals Keras's gradient behind a softmax, which is flat where the clip is", () => {
    const ours = graphGradient(probabilities, truth);
    probabilities.forEach((row, index) => {
      near(ours.slice(index * 3, index * 3 + 3), byLogits(row, gradient[index]));
    });
    assert.deepEqual(ours.slice(3, 12).map(Math.abs), Array(9).fill(0), 'rows two to four are clipped');
  });

  it('equals that of batchCrossEntropy, and so p - truth for a softmax', () => {
    const rows = [
      [0.7, 0.1, 0.15, 0.05],
      [0.25, 0.25, 0.25, 0.25],
      [1e-6, 0.9, 0.09, 0.009999],
    ];
    const labels = [2, 0, 0];
    const eager = new Float32Array(12);
    batchCrossEntropy(rows.flat(), labels, 4, eager);
    const ours = graphGradient(rows, labels);
    near(
      ours,
      rows.flatMap((row, index) => byLogits(row, [...eager.subarray(index * 4, index * 4 + 4)])),
    );
    near(
      ours,
      rows.flatMap((row, index) => row.map((value, place) => (value - Number(place === labels[index])) / 3)),
    );
  });

  it('is cut at the same probabilities as that of batchCrossEntropy', () => {
    // The float32 numbers nearest to the clip, on both sides.
    const lowest = Math.fround(1e-7);
    const step = 2 ** -47;
    const top = 1 - 2 ** -23;
    for (const right of [lowest, lowest - step, lowest + step, top, top + 2 ** -24, top - 2 ** -24]) {
      const rows = [[right, Math.fround(1 - right)]];
      const eager = new Float32Array(2);
      batchCrossEntropy(rows[0], [0], 2, eager);
      const flat = eager.every((value) => value === 0);
      assert.equal(
        graphGradient(rows, [0]).every((value) => value === 0),
        flat,
        `${right}`,
      );
    }
  });

  it('passes on NaN', () => {
    assert.deepEqual(graphGradient([[NaN, NaN]], [0]), [NaN, NaN]);
  });
});
