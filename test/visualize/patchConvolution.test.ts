import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tf } from 'captcha-lab/tensorflow';
import { patchConvolution } from '../../lib/visualize/patchConvolution';
import { largestDifference, spread } from '../model/formulaNet';

function layerOf(options: object): tf.layers.Layer {
  const layer = tf.layers.conv2d({
    filters: 3,
    kernelSize: 3,
    activation: 'relu',
    inputShape: [7, 6, 1],
    ...options,
  });
  tf.sequential({ layers: [layer] });
  tf.tidy(() => {
    layer.setWeights(
      layer
        .getWeights()
        .map((weight, salt) => tf.tensor(Float32Array.from(spread(weight.size, salt)), weight.shape)),
    );
  });
  return layer;
}

describe('a convolution on one channel as a product over patches', () => {
  const input = Float32Array.from(spread(2 * 7 * 6, 9));
  for (const options of [
    { padding: 'same' },
    { padding: 'valid' },
    { padding: 'same', kernelSize: [2, 4], activation: 'linear' },
    { padding: 'valid', kernelSize: [1, 3], useBias: false },
  ]) {
    it(`has the values and the gradient of the layer itself: ${JSON.stringify(options)}`, () => {
      const layer = layerOf(options);
      const patches = patchConvolution(layer)!;
      const [ours, theirs] = [patches, (x: tf.Tensor) => layer.apply(x) as tf.Tensor].map((apply) =>
        tf.tidy(() => {
          const x = tf.tensor4d(input, [2, 7, 6, 1]);
          const slope = tf.grad((given) => apply(given).square().sum())(x);
          return [apply(x).dataSync(), slope.dataSync()];
        }),
      );
      assert.ok(largestDifference(ours[0], theirs[0]) < 1e-5);
      assert.ok(largestDifference(ours[1], theirs[1]) < 1e-4);
    });
  }

  it('is left to TensorFlow where it would be something else', () => {
    for (const options of [
      { strides: 2 },
      { dilationRate: 2 },
      { activation: 'tanh' },
      { inputShape: [7, 6, 2] },
    ]) {
      assert.equal(patchConvolution(layerOf(options)), undefined);
    }
    assert.equal(patchConvolution(tf.layers.flatten()), undefined);
  });
});
