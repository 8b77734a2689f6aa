import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { greyImage } from 'captcha-lab/image';
import { buildModel } from 'captcha-lab/model';
import { TABLE_V } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { layerSpreads } from 'captcha-lab/visualize';

const picture = greyImage(2, 1, Uint8Array.from([1, 3]));

describe('layerSpreads', () => {
  it('is the standard deviation of the sums before the rectifier', () => {
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({
          name: 'one',
          inputShape: [1, 2, 1],
          filters: 1,
          kernelSize: 1,
          activation: 'relu',
        }),
        tf.layers.flatten(),
        tf.layers.dense({ name: 'two', units: 2, activation: 'softmax' }),
      ],
    });
    // The sums -1 and -3 spread by 1, and the rectifier lets nothing through: the output has its biases, 0 and 4.
    model.setWeights([
      tf.tensor([-1], [1, 1, 1, 1]),
      tf.tensor([0]),
      tf.tensor([1, 2, 3, 4], [2, 2]),
      tf.tensor([0, 4]),
    ]);
    const before = tf.memory().numTensors;
    assert.deepEqual(layerSpreads(model, [picture], { inputScale: 1 }), [
      { layer: 'one', spread: 1 },
      { layer: 'two', spread: 2 },
    ]);
    assert.equal(tf.memory().numTensors, before);
  });

  it('grows with the scale of the pixels where biases are 0', () => {
    const model = buildModel(TABLE_V, { seed: 1, width: 1 / 64 });
    const image = greyImage(
      21,
      38,
      Uint8Array.from({ length: 798 }, (_, pixel) => (pixel * 37) % 256),
    );
    const [raw, scaled] = [1, 1 / 255].map((inputScale) => layerSpreads(model, [image], { inputScale }));
    assert.deepEqual(
      raw.map(({ layer }) => layer),
      ['convolution_1', 'convolution_2', 'fullyConnected_1', 'fullyConnected_2', 'output'],
    );
    for (const [i, { spread }] of raw.entries()) {
      assert.ok(Math.abs(spread / scaled[i].spread / 255 - 1) < 1e-3);
    }
    model.dispose();
  });

  it('wants pictures', () => {
    const model = buildModel(TABLE_V, { seed: 1, width: 1 / 64 });
    assert.throws(() => layerSpreads(model, [], { inputScale: 1 }), /images is empty/);
    model.dispose();
  });
});
