import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildModel } from 'captcha-lab/model';
import { NETWORKS, TABLE_II, TABLE_IV } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import keras from '../fixtures/model/keras.json';
import { flatWeights, formulaPixels, largestDifference, setFormulaWeights } from './formulaNet';

function predictions(model: tf.LayersModel, pixels: Float32Array): Float32Array {
  return tf.tidy(() =>
    (model.predict(tf.tensor4d(pixels, [4, 38, 21, 1])) as tf.Tensor).dataSync<'float32'>(),
  );
}

describe('buildModel', () => {
  it('gives Table IV at full width 8,338,195 parameters', () => {
    const model = buildModel(TABLE_IV, { seed: 1 });
    assert.equal(model.countParams(), 8_338_195);
    model.dispose();
  });

  it('takes pictures of 38 x 21 and gives 19 probabilities unless told otherwise', () => {
    const model = buildModel(TABLE_II, { seed: 1, width: 1 / 64 });
    assert.deepEqual(model.inputs[0].shape, [null, 38, 21, 1]);
    assert.deepEqual(model.outputs[0].shape, [null, 19]);
    model.dispose();
    const other = buildModel(TABLE_II, {
      seed: 1,
      width: 1 / 64,
      classes: 4,
      inputHeight: 30,
      inputWidth: 50,
    });
    assert.deepEqual(other.inputs[0].shape, [null, 30, 50, 1]);
    assert.deepEqual(other.outputs[0].shape, [null, 4]);
    other.dispose();
  });

  it("equals Keras's forward pass on small and on raw inputs", () => {
    const model = buildModel(TABLE_IV, { seed: 1, width: 1 / 64 });
    assert.equal(model.countParams(), keras.parameters);
    setFormulaWeights(model);
    const raw = formulaPixels();
    const scaled = predictions(
      model,
      raw.map((value) => value / 255),
    );
    assert.ok(largestDifference(scaled, keras.probabilities.flat()) < 1e-5);
    assert.ok(largestDifference(predictions(model, raw), keras.rawProbabilities.flat()) < 1e-5);
    model.dispose();
  });

  it('pads the first convolution only, and uses ReLU, softmax and Glorot as Keras writes them', () => {
    for (const spec of NETWORKS) {
      const model = buildModel(spec, { seed: 1, width: 1 / 64 });
      const convolutions = spec.layers.filter(({ kind }) => kind === 'convolution').length;
      const padding = model.layers
        .filter((layer) => layer.getClassName() === 'Conv2D')
        .map((layer) => layer.getConfig().padding);
      assert.deepEqual(padding, ['same', ...Array<string>(convolutions - 1).fill('valid')]);
      const activations = model.layers.flatMap((layer) => {
        const { activation } = layer.getConfig() as { activation?: string };
        return activation ?? [];
      });
      assert.deepEqual(activations, [...Array<string>(activations.length - 1).fill('relu'), 'softmax']);
      assert.equal(
        activations.length,
        spec.layers.length -
          spec.layers.filter(({ kind }) => kind === 'pooling' || kind === 'dropout').length,
      );
      model.dispose();
    }
  });

  it('starts with values spread evenly to ±sqrt(6 / (fan in + fan out)) and biases of 0', () => {
    const model = buildModel(TABLE_II, { seed: 5, width: 1 / 4 });
    const [kernel, bias] = model.layers[1].getWeights();
    const limit = Math.sqrt(6 / (9 * 64 + 9 * 64));
    const values = kernel.dataSync<'float32'>();
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    assert.ok(values.every((value) => Math.abs(value) <= limit));
    // Five standard errors of each.
    assert.ok(Math.abs(mean) < (5 * limit) / Math.sqrt(3 * values.length));
    assert.ok(Math.abs(square / (limit * limit) - 1 / 3) < 5 / Math.sqrt(values.length * 11.25));
    assert.ok(bias.dataSync().every((value) => value === 0));
    model.dispose();
  });

  it('gives the same weights for the same seed, and others for another seed or layer', () => {
    const [first, same, other] = [7, 7, 8].map((seed) => buildModel(TABLE_II, { seed, width: 1 / 32 }));
    assert.deepEqual(flatWeights(first), flatWeights(same));
    assert.notDeepEqual(flatWeights(first), flatWeights(other));
    const [second, third] = [8, 9].map((layer) => first.layers[layer].getWeights()[0].dataSync());
    assert.equal(second.length, third.length);
    assert.notDeepEqual(second, third);
    for (const model of [first, same, other]) model.dispose();
  });

  it('leaves no tensor behind when the model is disposed', () => {
    const before = tf.memory().numTensors;
    buildModel(TABLE_IV, { seed: 1, width: 1 / 64 }).dispose();
    assert.equal(tf.memory().numTensors, before);
  });

  it('refuses a seed that is no whole number', () => {
    for (const seed of [0.5, NaN, Infinity]) {
      assert.throws(() => buildModel(TABLE_II, { seed }), /seed must be a whole number/);
    }
  });

  it('refuses what describeNetwork refuses, before anything is built', () => {
    const before = tf.memory().numTensors;
    assert.throws(() => buildModel(TABLE_II, { seed: 1, width: 0 }), /width must be a fraction above 0/);
    assert.throws(() => buildModel(TABLE_II, { seed: 1, inputHeight: 9 }), /too small/);
    assert.equal(tf.memory().numTensors, before);
  });
});

describe('tfjs layers', () => {
  const picture = (values: number[][]): tf.Tensor4D =>
    tf.tensor4d(values.flat(), [1, values.length, values[0].length, 1]);
  const counting = [0, 1, 2, 3, 4].map((row) => [0, 1, 2, 3, 4].map((column) => 5 * row + column));

  it("pad and pool as Keras's do: 'same' keeps the size, pooling drops an odd edge", () => {
    const kernel = tf.tensor4d([1, 0, -1, 2, 1, 0, 0, 3, -2], [3, 3, 1, 1]);
    const rows = (tensor: tf.Tensor): number[][] => tensor.squeeze([0, 3]).arraySync() as number[][];
    tf.tidy(() => {
      assert.deepEqual(rows(tf.conv2d(picture(counting), kernel, 1, 'same')), keras.padding.same);
      assert.deepEqual(rows(tf.conv2d(picture(counting), kernel, 1, 'valid')), keras.padding.valid);
      assert.deepEqual(rows(tf.maxPool(picture(counting), 2, 2, 'valid')), keras.padding.pooled);
    });
    kernel.dispose();
  });
});
