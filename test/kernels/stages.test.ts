import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createKernels, graphEmitter, openGraph, stagesOf, writeNetwork } from 'captcha-lab/kernels';
import { Dropout } from 'captcha-lab/model';
import { nativeBackend, tf } from 'captcha-lab/tensorflow';
import { crossEntropy } from '../../lib/training/crossEntropy';
import { variableOf } from '../../lib/model/variableOf';
import { writeLossGradient } from '../../lib/training/writeLossGradient';
import { largestDifference, setFormulaWeights, spread } from '../model/formulaNet';

type Layer = tf.layers.Layer;
type Convolution = Parameters<typeof tf.layers.conv2d>[0];

const LABELS = Uint8Array.of(0, 3, 1);

/** Gradients of the mean loss by the weights, as the stages have them in a graph. */
function stagedGradients(
  model: tf.LayersModel,
  images: tf.Tensor4D,
  { variables, batch }: { variables: tf.Variable[]; batch: number },
): number[][] {
  const network = stagesOf(model, { batch });
  assert.ok(network !== undefined);
  const graph = graphEmitter();
  const kernels = createKernels(graph);
  const written = writeNetwork(network, { graph, kernels, training: true });
  const [truth, share] = [graph.input([-1, 4], 'float32'), graph.input([], 'float32')];
  const gradients = written.backward(
    writeLossGradient(kernels, { probabilities: kernels.softmax(written.logits), truth, share }),
  );
  const session = openGraph(nativeBackend()!, graph);
  try {
    const given = new Map([
      [written.input, images],
      [truth, tf.oneHot([...LABELS], 4).toFloat()],
      [share, tf.scalar(1 / LABELS.length)],
    ]);
    return session
      .run(
        given,
        variables.map((variable) => gradients.get(variable)!),
      )
      .map((gradient) => [...gradient.dataSync()]);
  } finally {
    session.dispose();
  }
}

/** The same, as tfjs has them. */
function tapedGradients(model: tf.LayersModel, images: tf.Tensor4D, variables: tf.Variable[]): number[][] {
  const { grads } = tf.variableGrads(
    () => crossEntropy(model.apply(images, { training: true }) as tf.Tensor, LABELS, () => undefined),
    variables,
  );
  return variables.map(({ name }) => [...grads[name].dataSync()]);
}

/** Holds the gradients of a network of `layers`, and four classes, to tfjs's.
 *  size: [height, width] of its pictures. */
function compare(
  layers: Layer[],
  size: readonly [number, number],
  prepare: (model: tf.LayersModel) => void = () => undefined,
): void {
  const [height, width] = size;
  const model = tf.sequential();
  model.add(tf.layers.inputLayer({ inputShape: [height, width, 1] }));
  for (const layer of layers) model.add(layer);
  if (model.outputs[0].rank > 2) model.add(tf.layers.flatten());
  model.add(tf.layers.dense({ units: 4, activation: 'softmax' }));
  setFormulaWeights(model);
  prepare(model);
  tf.tidy(() => {
    const values = Float32Array.from(spread(LABELS.length * height * width, 7));
    const images = tf.tensor4d(values, [LABELS.length, height, width, 1]);
    const variables = model.trainableWeights.map(variableOf);
    const taped = tapedGradients(model, images, variables);
    // For few pictures convolutions are done plainly, for many those of wide layers by Winograd's way.
    for (const batch of [1, 32]) {
      const ours = stagedGradients(model, images, { variables, batch });
      taped.forEach((theirs, index) => {
        const largest = theirs.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        const difference = largestDifference(ours[index], theirs);
        const { name } = model.trainableWeights[index];
        assert.ok(largest > 0, `${name} has no gradient to compare`);
        assert.ok(difference <= 1e-5 * largest, `${name}: ${difference}, largest ${largest}`);
      });
    }
  });
  model.dispose();
}

const convolution = (options: Partial<Convolution> = {}): Layer =>
  tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', ...options });
const pool = (poolSize: [number, number] = [2, 2], strides: [number, number] = [2, 2]): Layer =>
  tf.layers.maxPooling2d({ poolSize, strides });

interface Network {
  readonly layers: () => Layer[];
  /** [height, width] of its pictures, 6 x 6 by default. */
  readonly size?: readonly [number, number];
}

const NETWORKS: Record<string, Network> = {
  'one convolution': { layers: () => [convolution()] },
  'two convolutions': { layers: () => [convolution(), convolution()] },
  "a second convolution with padding 'same'": {
    layers: () => [convolution(), convolution({ padding: 'same' })],
  },
  ...Object.fromEntries<Network>(
    (['same', 'valid'] as const).flatMap((padding) =>
      [
        [2, 2],
        [4, 3],
        [1, 1],
        [1, 4],
      ].map((kernelSize) => [
        `convolutions of ${kernelSize.join(' x ')}, '${padding}'`,
        {
          layers: () => [
            convolution({ kernelSize, padding }),
            convolution({ kernelSize, padding }),
            convolution({ kernelSize, padding, filters: 2 }),
          ],
          size: [12, 14],
        },
      ]),
    ),
  ),
  "a 'valid' convolution of a large picture": {
    layers: () => [convolution({ kernelSize: 1 }), convolution({ kernelSize: 2 }), pool([4, 4], [4, 4])],
    size: [24, 20],
  },
  'linear convolutions': {
    layers: () => [convolution({ activation: 'linear' }), convolution({ activation: 'linear' }), pool()],
    size: [9, 8],
  },
  'convolutions without bias': {
    layers: () => [convolution({ useBias: false }), convolution({ useBias: false }), pool()],
    size: [9, 8],
  },
  'filters of 64 x 128': {
    layers: () => [convolution({ filters: 64, padding: 'same' }), convolution({ filters: 128 })],
  },
  "filters of 128 x 64, 'same' and even": {
    layers: () => [
      convolution({ filters: 128, kernelSize: 2 }),
      convolution({ filters: 64, kernelSize: [2, 4], padding: 'same' }),
    ],
  },
  'pooling of 3 x 2 by steps of 2 and 1': {
    layers: () => [convolution(), convolution(), pool([3, 2], [2, 1])],
    size: [11, 9],
  },
  'pooling straight after the first convolution': {
    layers: () => [convolution(), pool(), convolution()],
    size: [11, 9],
  },
  'two poolings in a row': {
    layers: () => [convolution(), pool(), pool([2, 1], [1, 1]), convolution({ padding: 'same' }), pool()],
    size: [13, 12],
  },
  'pooling before all': { layers: () => [pool([2, 2], [1, 1]), convolution(), convolution()] },
  'hidden dense layers with and without bias and ReLU': {
    layers: () => [
      convolution(),
      tf.layers.flatten(),
      tf.layers.dense({ units: 7, activation: 'relu' }),
      tf.layers.dense({ units: 6, useBias: false }),
      tf.layers.dense({ units: 5, useBias: false, activation: 'relu' }),
    ],
  },
};

describe("gradients by the stages equal tfjs's own", () => {
  for (const [name, { layers, size }] of Object.entries(NETWORKS)) {
    it(`for ${name}`, () => {
      compare(layers(), size ?? [6, 6]);
    });
  }

  it('where all values of a pooling window are equal', () => {
    // Filters of 0 give every place its bias; the gradient by the filter shows which place was taken.
    for (const layers of [
      [convolution(), pool([2, 2], [1, 1])],
      [convolution(), convolution(), pool([3, 2], [2, 1])],
    ]) {
      const zeroed = layers.length - 2;
      compare(layers, [9, 8], (model) => {
        tf.tidy(() => {
          const [filter, bias] = layers[zeroed].getWeights();
          layers[zeroed].setWeights([tf.zeros(filter.shape), tf.ones(bias.shape)]);
          // What is before has no gradient through a filter of 0.
          model.layers.slice(0, 1 + zeroed).forEach((layer) => (layer.trainable = layer === layers[zeroed]));
        });
      });
    }
  });

  it('where a pooling window has no value above 0', () => {
    const layers = [convolution(), pool(), convolution({ padding: 'same' })];
    compare(layers, [9, 8], () => {
      tf.tidy(() => {
        const [filter] = layers[0].getWeights();
        layers[0].setWeights([filter, tf.tensor1d([-1, -0.5, 0, 0.5])]);
      });
    });
  });
});

describe('stagesOf', () => {
  it('puts poolings before the bias and ReLU that they follow, and not before dropout', () => {
    const kernelsOf = (...layers: Layer[]): string[] => {
      const model = tf.sequential();
      model.add(tf.layers.inputLayer({ inputShape: [9, 8, 1] }));
      for (const layer of [
        ...layers,
        tf.layers.flatten(),
        tf.layers.dense({ units: 4, activation: 'softmax' }),
      ]) {
        model.add(layer);
      }
      const graph = graphEmitter();
      writeNetwork(stagesOf(model, { batch: 1 })!, { graph, kernels: createKernels(graph), training: true });
      model.dispose();
      const all = [...graph.text().matchAll(/op: "(\w+)"/g)].map(([, operation]) => operation);
      return all.filter((operation) => /Conv2D|Pool|Relu|BiasAdd|Stateless/.test(operation));
    };
    const drawn = 'StatelessRandomUniform';
    const [convolved, pooling, bias] = ['Conv2D', 'MaxPoolWithArgmax', 'BiasAdd'];
    assert.deepEqual(kernelsOf(convolution(), pool(), pool()), [
      convolved,
      pooling,
      pooling,
      bias,
      'Relu',
      bias,
    ]);
    assert.deepEqual(kernelsOf(convolution(), convolution(), pool()), [
      convolved,
      bias,
      'Relu',
      convolved,
      pooling,
      bias,
      'Relu',
      bias,
    ]);
    assert.deepEqual(kernelsOf(convolution(), new Dropout({ rate: 0.5 }), pool()), [
      convolved,
      bias,
      'Relu',
      drawn,
      pooling,
      bias,
    ]);
  });
});
