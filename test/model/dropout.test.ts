import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Dropout } from 'captcha-lab/model';
import { tf } from 'captcha-lab/tensorflow';

function pass(layer: Dropout, shape: number[], training: boolean): number[] {
  return tf.tidy(() => [...(layer.apply(tf.ones(shape), { training }) as tf.Tensor).dataSync()]);
}

describe('Dropout', () => {
  it('drops nothing in inference, however often it is asked', () => {
    const layer = new Dropout({ rate: 0.5, seed: 3 });
    for (let time = 0; time < 3; time++) assert.deepEqual(pass(layer, [2, 4], false), Array(8).fill(1));
    assert.equal(layer.step, 0);
  });

  it('drops about its rate in training and scales what it keeps', () => {
    for (const rate of [0.25, 0.5]) {
      const values = pass(new Dropout({ rate, seed: 3 }), [100, 100], true);
      const kept = values.filter((value) => value !== 0);
      assert.ok(kept.every((value) => Math.abs(value - 1 / (1 - rate)) < 1e-6));
      // Five standard errors.
      assert.ok(Math.abs(kept.length / 10_000 - (1 - rate)) < 5 * Math.sqrt((rate * (1 - rate)) / 10_000));
    }
  });

  it('draws a fresh mask at each step, decided by seed and step alone', () => {
    const layer = new Dropout({ rate: 0.5, seed: 3 });
    const masks = [0, 1, 2].map(() => pass(layer, [50], true));
    assert.notDeepEqual(masks[0], masks[1]);
    assert.notDeepEqual(masks[1], masks[2]);
    const later = new Dropout({ rate: 0.5, seed: 3 });
    later.step = 2;
    assert.deepEqual(pass(later, [50], true), masks[2]);
    assert.notDeepEqual(pass(new Dropout({ rate: 0.5, seed: 4 }), [50], true), masks[0]);
  });

  it('shares draws along axes that noiseShape sets to 1', () => {
    const layer = new Dropout({ rate: 0.5, seed: 1, noiseShape: [null, 1, null] });
    const values = tf.tidy(
      () => (layer.apply(tf.ones([4, 3, 5]), { training: true }) as tf.Tensor).arraySync() as number[][][],
    );
    for (const [first, second, third] of values) {
      assert.deepEqual(first, second);
      assert.deepEqual(second, third);
    }
    assert.notDeepEqual(values[0], values[1]);
  });

  it('lets gradients through where values were kept, scaled alike', () => {
    const layer = new Dropout({ rate: 0.5, seed: 3 });
    const mask = pass(layer, [20], true);
    layer.step = 0;
    const gradient = tf.tidy(() => [
      ...tf
        .grad((input) => (layer.apply(input, { training: true }) as tf.Tensor).sum())(tf.ones([20]))
        .dataSync(),
    ]);
    assert.deepEqual(gradient, mask);
  });

  it('leaves no tensor behind', () => {
    const layer = new Dropout({ rate: 0.5 });
    const before = tf.memory().numTensors;
    pass(layer, [5, 5], true);
    assert.equal(tf.memory().numTensors, before);
  });

  it('refuses a rate that drops everything, or none', () => {
    for (const rate of [1, -0.1, NaN])
      assert.throws(() => new Dropout({ rate }), /rate must be at least 0 and below 1/);
  });
});
