import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { buildModel, Dropout, saveModel } from 'captcha-lab/model';
import { TABLE_II, TABLE_IV, TABLE_V } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { predictClasses, train, type OptimizerOptions } from 'captcha-lab/training';
import type { BatchSums } from '../../lib/training/crossEntropy';
import { openRun, type TrainingRun } from '../../lib/training/trainingRun';
import { trainStep } from '../../lib/training/trainStep';
import { temporaryFolder } from '../data/temporaryFolder';
import keras from '../fixtures/model/keras.json';
import { openGraphs, ownTemporaryFiles } from '../kernels/runGraph';
import {
  flatWeights,
  formulaPixels,
  largestDifference,
  setFormulaWeights,
  spread,
  unpack,
} from '../model/formulaNet';
import { brightRows, smallNet, smallRun } from './smallTask';

type Way = 'graph' | 'tape';

interface Batch {
  readonly pixels: Float32Array;
  readonly labels: Uint8Array;
}

interface Steps {
  readonly sums: BatchSums[];
  /** The model's weights, one list each. */
  readonly weights: number[][];
  readonly slots: number[][];
  readonly masks: number[];
}

const SGD = { kind: 'sgd', learningRate: 0.1 } as const;
const ADAM = { kind: 'adam', learningRate: 0.001 } as const;

function oneStep(model: tf.LayersModel, run: TrainingRun, { pixels, labels }: Batch): BatchSums {
  const [, height, width] = model.inputs[0].shape as [null, number, number];
  return tf.tidy(() => ({
    ...trainStep(model, run, tf.tensor4d(pixels, [labels.length, height, width, 1]), labels),
  }));
}

/** Takes a step for each batch, by the graph or past it. */
async function take(
  model: tf.LayersModel,
  batches: readonly Batch[],
  { way, optimizer, onStep }: { way: Way; optimizer: OptimizerOptions; onStep?: (step: number) => void },
): Promise<Steps> {
  const opened = await openRun(model, smallRun({ optimizer }));
  assert.ok(opened.graph !== undefined);
  const run: TrainingRun = way === 'graph' ? opened : { ...opened, graph: undefined };
  const sums = batches.map((batch, index) => {
    const result = oneStep(model, run, batch);
    onStep?.(index);
    return result;
  });
  const steps = {
    sums,
    weights: model.weights.map((weight) => [...weight.read().dataSync()]),
    slots: [...run.optimizer.slots.values()].map((slot) => [...slot.dataSync()]),
    masks: run.dropouts.map(({ step }) => step),
  };
  opened.dispose();
  return steps;
}

/** Pictures of noise with labels, a batch for each count. */
function noise(
  counts: readonly number[],
  { height, width, classes }: { height: number; width: number; classes: number },
): Batch[] {
  return counts.map((count, salt) => ({
    pixels: Float32Array.from(spread(count * height * width, salt + 1), (value) => (value + 1) / 2),
    labels: Uint8Array.from({ length: count }, (_, index) => (index * 5 + salt) % classes),
  }));
}

/** Bright rows, 0–255 times `scale`. */
function rows(counts: readonly number[], scale: number): Batch[] {
  return counts.map((count, salt) => {
    const source = brightRows(count, salt + 1);
    const pixels = new Float32Array(count * 16);
    const labels = Uint8Array.from({ length: count }, (_, index) => source.read(index, pixels, index * 16));
    return { pixels: pixels.map((value) => value * scale), labels };
  });
}

/** Takes the same steps both ways and holds one to the other: within 1e-5 of the largest in each list. */
async function compare(
  build: () => tf.LayersModel,
  batches: readonly Batch[],
  optimizer: OptimizerOptions,
): Promise<Steps> {
  const both: Steps[] = [];
  for (const way of ['graph', 'tape'] as const) {
    const model = build();
    both.push(await take(model, batches, { way, optimizer }));
    model.dispose();
  }
  const [ours, theirs] = both;
  near([ours.sums.map(({ loss }) => loss)], [theirs.sums.map(({ loss }) => loss)]);
  assert.deepEqual(
    ours.sums.map(({ correct }) => correct),
    theirs.sums.map(({ correct }) => correct),
  );
  near(ours.weights, theirs.weights);
  near(ours.slots, theirs.slots);
  assert.deepEqual(ours.masks, theirs.masks);
  return ours;
}

function near(ours: readonly ArrayLike<number>[], theirs: readonly ArrayLike<number>[]): void {
  assert.equal(ours.length, theirs.length);
  ours.forEach((values, index) => {
    const largest = Math.max(...Array.from(theirs[index], Math.abs));
    const difference = largestDifference(values, theirs[index]);
    assert.ok(difference <= 1e-5 * largest, `${index}: ${difference}, largest ${largest}`);
  });
}

const picture = { height: 38, width: 21, classes: 19 };

describe("a training step as a graph equals tfjs's own", () => {
  for (const optimizer of [SGD, ADAM]) {
    it(`with ${optimizer.kind}, dropout and batches of 5, 3 and 5`, async () => {
      const build = (): tf.LayersModel => {
        const model = buildModel(TABLE_IV, { seed: 1, width: 1 / 32 });
        setFormulaWeights(model);
        return model;
      };
      const { masks } = await compare(build, noise([5, 3, 5], picture), optimizer);
      assert.deepEqual(masks, [3, 3, 3]);
      await compare(() => smallNet(3), rows([5, 3, 5], 1 / 255), optimizer);
    });

    it(`with ${optimizer.kind}, and Keras's too`, async () => {
      const { learningRate, losses, weights } = keras[optimizer.kind];
      const batch = {
        pixels: formulaPixels().map((value) => value / 255),
        labels: Uint8Array.from(keras.labels),
      };
      for (const way of ['graph', 'tape'] as const) {
        const model = buildModel(TABLE_II, { seed: 1, width: 1 / 64 });
        setFormulaWeights(model);
        const after: number[][] = [];
        const { sums } = await take(model, [batch, batch, batch], {
          way,
          optimizer: { kind: optimizer.kind, learningRate },
          onStep: () => after.push(flatWeights(model)),
        });
        near([sums.map(({ loss }) => loss / 4)], [losses]);
        near([after[0], after[2]], [unpack(weights[1]), unpack(weights[3])]);
        model.dispose();
      }
    });

    it(`with ${optimizer.kind}, where layers are frozen, which stay`, async () => {
      for (const frozen of [[0], [2, 3], [0, 2]]) {
        const build = (): tf.LayersModel => {
          const model = smallNet(3);
          for (const index of frozen) model.layers[index].trainable = false;
          return model;
        };
        const model = build();
        const before = model.layers.flatMap((layer) =>
          layer.getWeights().map((weight) => [...weight.dataSync()]),
        );
        const fixed = model.layers.flatMap((layer) => layer.getWeights().map(() => !layer.trainable));
        const order = model.layers.flatMap((layer) => layer.weights);
        const places = order.map((weight) => model.weights.indexOf(weight));
        model.dispose();
        const { weights } = await compare(build, rows([8, 8], 1 / 255), optimizer);
        places.forEach((place, index) => {
          const same = largestDifference(weights[place], before[index]) === 0;
          assert.equal(same, fixed[index], `weight ${index}, frozen ${frozen.join()}`);
        });
      }
    });

    it(`with ${optimizer.kind}, where all is clipped, which moves nothing`, async () => {
      for (const bias of [20, 1000]) {
        const build = (): tf.LayersModel => {
          const model = smallNet(3, { dropout: 0 });
          tf.tidy(() => {
            model.layers.at(-1)!.setWeights([tf.zeros([8, 4]), tf.tensor1d([bias, 0, 0, 0])]);
          });
          return model;
        };
        const batches = rows([6, 6], 1).map((batch) => ({ ...batch, labels: new Uint8Array(6).fill(2) }));
        const model = build();
        const before = model.weights.map((weight) => [...weight.read().dataSync()]);
        model.dispose();
        const { sums, weights } = await compare(build, batches, optimizer);
        assert.deepEqual(weights, before);
        assert.ok(
          sums.every(({ loss, correct }) => correct === 0 && Math.abs(loss / 6 + Math.log(1e-7)) < 1e-6),
        );
      }
    });
  }

  it('on raw values that kill the network', async () => {
    const batches = [...rows([8], 1), ...rows([8], 1), ...rows([8], 1), ...rows([8], 1)];
    const optimizer = { kind: 'sgd', learningRate: 5 } as const;
    const { sums } = await compare(() => smallNet(3, { dropout: 0 }), batches, optimizer);
    assert.ok(sums.at(-1)!.loss > 8, `${sums.at(-1)!.loss}`);
  });

  it('with a learning rate that changes on the way', async () => {
    const lists: number[][][] = [];
    for (const way of ['graph', 'tape'] as const) {
      const model = smallNet(3);
      const opened = await openRun(model, smallRun({ optimizer: ADAM }));
      const run = way === 'graph' ? opened : { ...opened, graph: undefined };
      for (const [index, batch] of rows([8, 8, 8], 1 / 255).entries()) {
        run.optimizer.learningRate = 0.01 / (index + 1);
        oneStep(model, run, batch);
      }
      assert.equal(run.optimizer.steps, 3);
      lists.push(model.weights.map((weight) => [...weight.read().dataSync()]));
      opened.dispose();
      model.dispose();
    }
    near(lists[0], lists[1]);
  });

  // Not of a NaN in a picture: oneDNN's ReLU, as Keras runs it too, makes 0 of it.
  it('in giving NaN once its weights are NaN', async () => {
    for (const way of ['graph', 'tape'] as const) {
      const model = buildModel(TABLE_V, { seed: 1, width: 1 / 64 });
      tf.tidy(() => {
        model.setWeights(model.getWeights().map((weight) => tf.fill(weight.shape, NaN)));
      });
      const [batch] = noise([2], picture);
      const { sums } = await take(model, [batch, batch], { way, optimizer: ADAM });
      assert.ok(
        sums.every(({ loss }) => Number.isNaN(loss)),
        JSON.stringify({ way, sums }),
      );
      model.dispose();
    }
  });
});

describe('openTrainingGraph', () => {
  it('leaves no tensor, session or folder when it is disposed', async (test) => {
    const folders = ownTemporaryFiles(test);
    const model = buildModel(TABLE_V, { seed: 1, width: 1 / 64 });
    const before = [tf.memory().numTensors, openGraphs(), folders()];
    for (const optimizer of [SGD, ADAM]) {
      const run = await openRun(model, smallRun({ optimizer }));
      assert.equal(openGraphs(), (before[1] as number) + 1);
      assert.deepEqual(folders(), before[2]);
      const held = tf.memory().numTensors;
      for (const batch of noise([5, 3], picture)) oneStep(model, run, batch);
      assert.equal(tf.memory().numTensors, held);
      run.dispose();
      assert.deepEqual([tf.memory().numTensors, openGraphs(), folders()], before);
    }
    model.dispose();
  });

  it('is closed by train, also when that fails', async () => {
    const before = openGraphs();
    const model = smallNet(3);
    await train(model, smallRun({ epochs: 1 }));
    await assert.rejects(train(model, smallRun({ train: { ...brightRows(50, 1), read: () => 4 } })));
    assert.equal(openGraphs(), before);
    model.dispose();
  });

  const dense = (units: number, more = {}): tf.layers.Layer => tf.layers.dense({ units, ...more });
  const softmax = { activation: 'softmax' } as const;
  const flatten = (): tf.layers.Layer => tf.layers.flatten({ inputShape: [4, 4, 1] });
  const twice = new Dropout({ rate: 0.5 });
  const shared = dense(16);
  const left: Record<string, tf.layers.Layer[]> = {
    'an L2 penalty that the model was not asked for yet': [
      flatten(),
      dense(4, { ...softmax, kernelRegularizer: tf.regularizers.l2({ l2: 0.5 }) }),
    ],
    'batch normalisation': [flatten(), tf.layers.batchNormalization(), dense(4, softmax)],
    'dropout used twice': [flatten(), twice, dense(8), twice, dense(4, softmax)],
    'a dense layer used twice': [flatten(), shared, shared, dense(4, softmax)],
  };
  for (const [name, layers] of Object.entries(left)) {
    it(`leaves a model to tfjs that has ${name}`, async () => {
      const model = tf.sequential({ layers });
      const run = await openRun(model, smallRun());
      assert.equal(run.graph, undefined);
      run.dispose();
      const { history } = await train(model, smallRun({ epochs: 1 }));
      assert.ok(Number.isFinite(history[0].loss));
      model.dispose();
    });
  }

  it('trains with an L2 penalty, which draws the weights to 0', async () => {
    const model = tf.sequential({
      layers: [flatten(), dense(4, { ...softmax, kernelRegularizer: tf.regularizers.l2({ l2: 0.5 }) })],
    });
    const size = (): number => tf.tidy(() => model.layers[1].getWeights()[0].abs().max().dataSync()[0]);
    const before = size();
    await train(model, smallRun({ epochs: 5 }));
    assert.ok(size() < before / 2, `${size()} after, ${before} before`);
    model.dispose();
  });
});

describe('a model that was trained by its graph', () => {
  it("is saved, loaded by tfjs's own loader, and gives the same predictions", async (test) => {
    const folder = path.join(temporaryFolder(test), 'model');
    const model = smallNet(3);
    const untrained = flatWeights(model);
    await train(model, smallRun({ optimizer: ADAM }));
    assert.notDeepEqual(flatWeights(model), untrained);
    await saveModel(model, folder);
    const loaded = await tf.loadLayersModel(tf.io.fileSystem(path.join(folder, 'model.json')));
    assert.deepEqual(flatWeights(loaded), flatWeights(model));
    const source = brightRows(20, 4);
    const options = { inputScale: 1 / 255 };
    assert.deepEqual(predictClasses(loaded, source, options), predictClasses(model, source, options));
    loaded.dispose();
    model.dispose();
  });
});
