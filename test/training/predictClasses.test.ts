import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildModel } from 'captcha-lab/model';
import { TABLE_IV } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { predictClasses } from 'captcha-lab/training';
import { largestDifference } from '../model/formulaNet';
import { brightRows, smallNet } from './smallTask';

describe('predictClasses', () => {
  it("gives, in the source's order, what the model predicts for each picture alone", () => {
    const model = smallNet(1);
    const source = brightRows(7, 3);
    const { truth, classes, probabilities } = predictClasses(model, source, {
      inputScale: 1 / 255,
      batchSize: 3,
    });
    assert.deepEqual([truth.length, classes.length, probabilities.length], [7, 7, 28]);
    for (let example = 0; example < source.count; example++) {
      const pixels = new Float32Array(16);
      assert.equal(truth[example], source.read(example, pixels, 0));
      const alone = tf.tidy(() => {
        const picture = tf.tensor4d(
          pixels.map((value) => value / 255),
          [1, 4, 4, 1],
        );
        return (model.predict(picture) as tf.Tensor).dataSync();
      });
      assert.ok(largestDifference(probabilities.subarray(example * 4, example * 4 + 4), alone) < 1e-6);
      assert.equal(classes[example], alone.indexOf(Math.max(...alone)));
    }
    model.dispose();
  });

  it('gives the same whatever the batch size, and with dropout in the model the same every time', () => {
    const model = buildModel(TABLE_IV, { seed: 1, width: 1 / 64, inputHeight: 20, inputWidth: 20 });
    const source = {
      count: 5,
      height: 20,
      width: 20,
      read: (index: number, target: Float32Array | Uint8Array, offset: number) => {
        for (let at = 0; at < 400; at++) target[offset + at] = (at * (index + 7)) % 256;
        return index;
      },
    };
    const [first, again, ...others] = [256, 256, 5, 2, 1].map((batchSize) =>
      predictClasses(model, source, { inputScale: 1 / 255, batchSize }),
    );
    assert.deepEqual(first, again);
    for (const other of others) assert.ok(largestDifference(first.probabilities, other.probabilities) < 1e-6);
    model.dispose();
  });

  it('leaves no tensor behind, even when the source fails', () => {
    const model = smallNet(1);
    const before = tf.memory().numTensors;
    predictClasses(model, brightRows(7, 3), { inputScale: 1, batchSize: 3 });
    const broken = {
      ...brightRows(7, 3),
      read: (): number => {
        throw new Error('disk gone');
      },
    };
    assert.throws(() => predictClasses(model, broken, { inputScale: 1 }), /disk gone/);
    assert.equal(tf.memory().numTensors, before);
    model.dispose();
  });

  it('refuses an empty source, pictures that do not fit and options out of range', () => {
    const model = smallNet(1);
    assert.throws(
      () => predictClasses(model, brightRows(0, 1), { inputScale: 1 }),
      /source must hold at least one example/,
    );
    const tall = { ...brightRows(2, 1), height: 5 };
    assert.throws(() => predictClasses(model, tall, { inputScale: 1 }), /source has pictures of 5 x 4/);
    for (const inputScale of [0, NaN]) {
      assert.throws(
        () => predictClasses(model, brightRows(2, 1), { inputScale }),
        /inputScale must be a number above 0/,
      );
    }
    for (const batchSize of [0, 1.5, NaN]) {
      assert.throws(
        () => predictClasses(model, brightRows(2, 1), { inputScale: 1, batchSize }),
        /batchSize must be a whole/,
      );
    }
    model.dispose();
  });
});
