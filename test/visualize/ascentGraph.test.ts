import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildModel } from 'captcha-lab/model';
import { TABLE_IV } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { gradientAscent } from 'captcha-lab/visualize';
import { openAscentGraph } from '../../lib/visualize/ascentGraph';
import { startNoise } from '../../lib/visualize/startNoise';
import { tapedAscent } from '../../lib/visualize/tapedAscent';
import { openGraphs } from '../kernels/runGraph';
import { largestDifference } from '../model/formulaNet';

const inputScale = 1 / 255;
const stepSize = 2;

describe('openAscentGraph', () => {
  let model: tf.LayersModel;
  let layers: tf.layers.Layer[];
  before(() => {
    // Wide enough that Winograd's way is taken in the last convolutions.
    model = buildModel(TABLE_IV, { seed: 1, width: 1 / 4 });
    layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  });
  after(() => {
    model.dispose();
  });
  const upTo = (name: string): [tf.layers.Layer[], tf.layers.Layer] => {
    const index = layers.findIndex((layer) => layer.name === name);
    return [layers.slice(0, index), layers[index]];
  };
  const filters = [5, 0, 9, 3, 7, 1, 2, 4, 6];
  const levels = [0, 255] as const;

  for (const layer of ['convolution_1', 'convolution_2', 'convolution_4', 'fullyConnected_2']) {
    for (const kind of ['activations', 'sums'] as const) {
      it(`answers and steps as tfjs's tape does on ${kind} of ${layer}`, () => {
        const [lead, target] = upTo(layer);
        const options = { filters, kind, inputScale, stepSize };
        const graph = openAscentGraph(lead, target, options)!;
        const tape = tapedAscent(lead, target, options);
        const x = startNoise(filters, { height: 38, width: 21, seed: 4, layer, levels });
        const responses = tape.responses(x);
        const next = tape.step(x);
        assert.ok(responses.some((value) => value !== 0));
        assert.ok(
          largestDifference(graph.responses(x), responses) <= 1e-5 * Math.max(...responses.map(Math.abs)),
        );
        const stepped = graph.step(x);
        // A pixel moves by some units.
        assert.ok(largestDifference(stepped.dataSync(), next.dataSync<'float32'>()) <= 1e-4);
        tf.dispose([x, next, stepped]);
        graph.dispose();
      });
    }
  }

  it('is undefined for a softmax, a pooling, and behind a layer that there is no stage for', () => {
    const options = { filters: [0], inputScale, stepSize };
    for (const name of ['output', 'pooling_1']) {
      assert.equal(openAscentGraph(...upTo(name), { ...options, kind: 'activations' }), undefined);
    }
    const [, target] = upTo('convolution_2');
    const unknown = tf.layers.averagePooling2d({ poolSize: 2 });
    unknown.apply(tf.input({ shape: [38, 21, 1] }));
    assert.equal(openAscentGraph([unknown], target, { ...options, kind: 'sums' }), undefined);
  });

  it('is undefined for a layer that stands at another size in another model', () => {
    const layer = tf.layers.conv2d({ filters: 2, kernelSize: 3 });
    for (const size of [9, 7]) layer.apply(tf.input({ shape: [size, size, 1] }));
    const options = { filters: [0], inputScale, stepSize, kind: 'sums' } as const;
    assert.equal(openAscentGraph([], layer, options), undefined);
    layer.dispose();
  });

  it('leaves no tensor and no graph behind in gradientAscent', () => {
    const left = [tf.memory().numTensors, openGraphs()];
    gradientAscent(model, { layer: 'convolution_2', filters, batchSize: 4, steps: 2, seed: 1, inputScale });
    assert.deepEqual([tf.memory().numTensors, openGraphs()], left);
  });
});
