import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openPredictionGraph, stagedPredictor } from 'captcha-lab/kernels';
import { buildModel, Dropout } from 'captcha-lab/model';
import { NETWORKS, TABLE_II } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { predictClasses } from 'captcha-lab/training';
import { largestDifference, setFormulaWeights, spread } from '../model/formulaNet';
import { brightRows } from '../training/smallTask';

type Layer = tf.layers.Layer;

/** Pictures of noise. */
function pictures(count: number, [height, width]: readonly [number, number]): tf.Tensor4D {
  const values = Float32Array.from(spread(count * height * width, 7));
  return tf.tensor4d(values, [count, height, width, 1]);
}

/** Difference from the model's own prediction, as a part of its largest value. */
function difference(model: tf.LayersModel, images: tf.Tensor4D): number {
  const predict = stagedPredictor(model);
  assert.ok(predict !== undefined);
  return tf.tidy(() => {
    const own = (model.predict(images) as tf.Tensor).dataSync<'float32'>();
    return largestDifference(predict(images).dataSync(), own) / Math.max(...own);
  });
}

const first: Parameters<typeof tf.layers.conv2d>[0] = {
  inputShape: [4, 4, 1],
  filters: 2,
  kernelSize: 3,
  activation: 'relu',
};
const softmax = (): Layer => tf.layers.dense({ units: 4, activation: 'softmax' });

/** A convolution, `middle`, Flatten and four classes. */
function withLayers(...middle: Layer[]): tf.Sequential {
  return tf.sequential({ layers: [tf.layers.conv2d(first), ...middle, tf.layers.flatten(), softmax()] });
}

function twoBranches(): tf.LayersModel {
  const input = tf.input({ shape: [4, 4, 1] });
  const branches = [1, 2].map((filters) => {
    const features = tf.layers.conv2d({ filters, kernelSize: 3, activation: 'relu' }).apply(input);
    return tf.layers.flatten().apply(features) as tf.SymbolicTensor;
  });
  const both = tf.layers.concatenate().apply(branches) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: softmax().apply(both) as tf.SymbolicTensor });
}

/** Flatten, if there is need of it, and four classes after one layer that stands in two places. */
function usedTwice(layer: Layer, before: Layer[]): tf.Sequential {
  const flat = layer.getClassName() === 'Dense' ? [] : [tf.layers.flatten()];
  return tf.sequential({ layers: [...before, layer, layer, ...flat, softmax()] });
}

/** Models with something that there is no stage for. */
const UNKNOWN: Record<string, () => tf.LayersModel> = {
  'average pooling': () => withLayers(tf.layers.averagePooling2d({ poolSize: 2 })),
  "pooling with padding 'same'": () => withLayers(tf.layers.maxPooling2d({ poolSize: 2, padding: 'same' })),
  'batch normalisation': () => withLayers(tf.layers.batchNormalization()),
  'a strided convolution': () =>
    withLayers(tf.layers.conv2d({ filters: 2, kernelSize: 2, strides: 2, activation: 'relu' })),
  'a strided first convolution': () =>
    tf.sequential({
      layers: [tf.layers.conv2d({ ...first, strides: 2 }), tf.layers.flatten(), softmax()],
    }),
  'a dilated convolution': () =>
    tf.sequential({
      layers: [
        tf.layers.conv2d({ ...first, filters: 1, kernelSize: 1 }),
        tf.layers.conv2d({ filters: 2, kernelSize: 2, dilationRate: 2 }),
        tf.layers.flatten(),
        softmax(),
      ],
    }),
  sigmoid: () => withLayers(tf.layers.conv2d({ filters: 2, kernelSize: 1, activation: 'sigmoid' })),
  'a dense layer with sigmoid': () =>
    tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [4, 4, 1] }),
        tf.layers.dense({ units: 3, activation: 'sigmoid' }),
        softmax(),
      ],
    }),
  'no softmax at the end': () =>
    tf.sequential({
      layers: [tf.layers.conv2d(first), tf.layers.flatten(), tf.layers.dense({ units: 4 })],
    }),
  'dropout with noiseShape': () => withLayers(new Dropout({ rate: 0.5, noiseShape: [null, 1, 1, null] })),
  "tfjs's own dropout": () => withLayers(tf.layers.dropout({ rate: 0.5 })),
  'an L2 penalty': () =>
    withLayers(
      tf.layers.conv2d({
        filters: 2,
        kernelSize: 1,
        kernelRegularizer: tf.regularizers.l2({ l2: 0.1 }),
      }),
    ),
  'two branches': twoBranches,
  'channels brought forward by Flatten': () =>
    tf.sequential({
      layers: [tf.layers.conv2d(first), tf.layers.flatten({ dataFormat: 'channelsFirst' }), softmax()],
    }),
  'a convolution that stands at another size in another model': () => {
    const layer = tf.layers.conv2d({ filters: 2, kernelSize: 2 });
    layer.apply(tf.input({ shape: [9, 9, 2] }));
    return withLayers(layer);
  },
  'a convolution used twice': () =>
    usedTwice(tf.layers.conv2d({ filters: 2, kernelSize: 3, padding: 'same' }), [tf.layers.conv2d(first)]),
  'dropout used twice': () => usedTwice(new Dropout({ rate: 0.5 }), [tf.layers.conv2d(first)]),
  'a dense layer used twice': () =>
    usedTwice(tf.layers.dense({ units: 16 }), [tf.layers.flatten({ inputShape: [4, 4, 1] })]),
};

describe('stagedPredictor', () => {
  for (const spec of NETWORKS) {
    it(`equals the model's own prediction for ${spec.name}, one picture or seven`, () => {
      const model = buildModel(spec, { seed: 1, width: 1 / 32 });
      setFormulaWeights(model);
      for (const count of [1, 7]) {
        const images = pictures(count, [38, 21]);
        assert.ok(difference(model, images) < 1e-5, `${count}: ${difference(model, images)}`);
        images.dispose();
      }
      model.dispose();
    });
  }

  it('equals it where windows are odd, biases absent, activations linear, poolings anywhere', () => {
    const pool = (poolSize: [number, number], strides: [number, number]): Layer =>
      tf.layers.maxPooling2d({ poolSize, strides });
    const options: typeof first = { filters: 3, padding: 'same', kernelSize: [2, 4] };
    const networks: Layer[][] = [
      [
        tf.layers.conv2d({ ...options, inputShape: [9, 8, 1] }),
        pool([3, 2], [2, 1]),
        pool([2, 2], [1, 1]),
        new Dropout({ rate: 0.5 }),
        tf.layers.conv2d({ ...options, useBias: false }),
        pool([2, 2], [1, 1]),
      ],
      [pool([2, 2], [1, 1]), tf.layers.conv2d({ ...options, activation: 'relu' })],
      [tf.layers.conv2d({ ...options, inputShape: [9, 8, 1], useBias: false })],
      [],
    ];
    for (const layers of networks) {
      const model = tf.sequential();
      if (layers[0]?.getClassName() !== 'Conv2D') model.add(tf.layers.inputLayer({ inputShape: [9, 8, 1] }));
      for (const layer of [
        ...layers,
        tf.layers.flatten(),
        tf.layers.dense({ units: 5, useBias: false }),
        softmax(),
      ]) {
        model.add(layer);
      }
      setFormulaWeights(model);
      const images = pictures(3, [9, 8]);
      assert.ok(difference(model, images) < 1e-5, model.layers.map(({ name }) => name).join());
      images.dispose();
      model.dispose();
    }
  });

  it('leaves no tensor but its result, and the pictures as they were', () => {
    const model = buildModel(TABLE_II, { seed: 1, width: 1 / 64 });
    const images = pictures(2, [38, 21]);
    const values = [...images.dataSync()];
    const before = tf.memory().numTensors;
    const predict = stagedPredictor(model)!;
    const result = predict(images);
    assert.equal(tf.memory().numTensors, before + 1);
    assert.deepEqual(result.shape, [2, 19]);
    assert.deepEqual([...images.dataSync()], values);
    tf.dispose([result, images]);
    model.dispose();
  });

  it('reads weights at each call', () => {
    const model = withLayers();
    const images = pictures(3, [4, 4]);
    const predict = stagedPredictor(model)!;
    tf.tidy(() => {
      predict(images);
      setFormulaWeights(model);
      const own = (model.predict(images) as tf.Tensor).dataSync();
      assert.ok(largestDifference(predict(images).dataSync(), own) < 1e-5);
    });
    images.dispose();
    model.dispose();
  });

  for (const [name, build] of Object.entries(UNKNOWN)) {
    it(`does not know ${name}, which is predicted all the same`, () => {
      const model = build();
      const before = tf.memory().numTensors;
      assert.equal(stagedPredictor(model), undefined);
      assert.equal(tf.memory().numTensors, before);
      const source = brightRows(5, 3);
      const { probabilities } = predictClasses(model, source, { inputScale: 1 / 255 });
      const pixels = new Float32Array(80);
      for (let index = 0; index < 5; index++) source.read(index, pixels, index * 16);
      const own = tf.tidy(() => {
        const images = tf.tensor4d(
          pixels.map((value) => value / 255),
          [5, 4, 4, 1],
        );
        return (model.predict(images) as tf.Tensor).dataSync();
      });
      assert.ok(largestDifference(probabilities, own) < 1e-6);
      model.dispose();
    });
  }

  it('is not there on a backend without native kernels', async () => {
    const model = withLayers();
    await tf.setBackend('cpu');
    try {
      assert.equal(stagedPredictor(model), undefined);
    } finally {
      await tf.setBackend('tensorflow');
    }
    model.dispose();
  });
});

describe('openPredictionGraph', () => {
  for (const spec of NETWORKS) {
    it(`predicts as ${spec.name} does itself, for one picture and for more than go at once`, () => {
      const model = buildModel(spec, { seed: 1, width: 1 / 32 });
      const graph = openPredictionGraph(model)!;
      tf.tidy(() => {
        for (const count of [1, 70]) {
          const images = pictures(count, [38, 21]);
          const own = (model.predict(images) as tf.Tensor).dataSync<'float32'>();
          const given = graph.predict(images);
          assert.deepEqual(given.shape, [count, 19]);
          assert.ok(largestDifference(given.dataSync(), own) <= 1e-5 * Math.max(...own));
        }
      });
      graph.dispose();
      model.dispose();
    });
  }

  it('reads the weights as they are when it is called', () => {
    const model = buildModel(TABLE_II, { seed: 1, width: 1 / 64 });
    const graph = openPredictionGraph(model)!;
    tf.tidy(() => {
      const images = pictures(2, [38, 21]);
      model.setWeights(model.getWeights().map((weight) => weight.mul(0.5)));
      const own = (model.predict(images) as tf.Tensor).dataSync<'float32'>();
      assert.ok(largestDifference(graph.predict(images).dataSync(), own) <= 1e-5 * Math.max(...own));
    });
    graph.dispose();
    model.dispose();
  });

  it('is undefined for what there is no stage for', () => {
    const model = UNKNOWN['average pooling']();
    assert.equal(openPredictionGraph(model), undefined);
    model.dispose();
  });
});
