import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildModel } from 'captcha-lab/model';
import { TABLE_II } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { predictClasses, train, type TrainOptions, type TrainingProgress } from 'captcha-lab/training';
import keras from '../fixtures/model/keras.json';
import {
  flatWeights,
  formulaPixels,
  largestDifference,
  setFormulaWeights,
  unpack,
} from '../model/formulaNet';
import { brightRows, measured, smallNet, smallRun } from './smallTask';

describe('train', () => {
  for (const kind of ['sgd', 'adam'] as const) {
    it(`takes Keras's steps with ${kind}`, async () => {
      const { learningRate, losses, lossAfter, weights } = keras[kind];
      const pixels = formulaPixels();
      const source = {
        count: 4,
        height: 38,
        width: 21,
        read(index: number, target: Float32Array | Uint8Array, offset: number): number {
          target.set(pixels.subarray(index * 798, (index + 1) * 798), offset);
          return keras.labels[index];
        },
      };
      const model = buildModel(TABLE_II, { seed: 1, width: 1 / 64 });
      setFormulaWeights(model);
      const afterEpoch: number[][] = [];
      // One batch an epoch: an epoch is a step.
      const { history } = await train(model, {
        train: source,
        validation: source,
        optimizer: { kind, learningRate },
        batchSize: 4,
        epochs: 3,
        inputScale: 1 / 255,
        seed: 1,
        onEpoch: () => afterEpoch.push(flatWeights(model)),
      });
      const near = (ours: number[], theirs: ArrayLike<number>): void => {
        assert.ok(largestDifference(ours, theirs) < 1e-5, String(largestDifference(ours, theirs)));
      };
      near(
        history.map(({ loss }) => loss),
        losses,
      );
      near(
        history.map(({ valLoss }) => valLoss),
        [...losses.slice(1), lossAfter],
      );
      near(afterEpoch[0], unpack(weights[1]));
      near(afterEpoch[2], unpack(weights[3]));
      model.dispose();
    });
  }

  it('learns: the loss falls from about ln 4 and the rows are told apart', async () => {
    const model = smallNet(3);
    const { history, best, last, diagnosis } = await train(model, smallRun({ epochs: 60 }));
    assert.ok(Math.abs(history[0].loss - Math.log(4)) < 0.3, String(history[0].loss));
    assert.ok(last!.valAccuracy > 0.9 && last!.valLoss < 0.6, JSON.stringify(last));
    assert.equal(best!.valAccuracy, Math.max(...history.map(({ valAccuracy }) => valAccuracy)));
    assert.equal(
      history.find(({ valAccuracy }) => valAccuracy === best!.valAccuracy),
      best,
    );
    assert.equal(diagnosis, undefined);
    model.dispose();
  });

  it('gives the same history for the same seed and another for another', async () => {
    const histories = [];
    for (const seed of [1, 1, 2]) {
      const model = smallNet(3);
      histories.push(
        measured(
          (await train(model, smallRun({ seed, optimizer: { kind: 'adam', learningRate: 0.01 } }))).history,
        ),
      );
      model.dispose();
    }
    assert.deepEqual(histories[0], histories[1]);
    assert.notDeepEqual(histories[0], histories[2]);
  });

  it('shuffles anew each epoch and reads every example once in it', async () => {
    const plain = brightRows(20, 1);
    const orders: number[][] = [];
    const spy = {
      ...plain,
      read(index: number, target: Float32Array | Uint8Array, offset: number): number {
        orders.at(-1)!.push(index);
        return plain.read(index, target, offset);
      },
    };
    const model = smallNet(3);
    orders.push([]);
    await train(model, smallRun({ train: spy, epochs: 2, onEpoch: () => orders.push([]) }));
    for (const order of orders.slice(0, 2)) {
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        [...Array(20).keys()],
      );
    }
    assert.notDeepEqual(orders[0], orders[1]);
    assert.notDeepEqual(orders[0], [...Array(20).keys()]);
    model.dispose();
  });

  it('gives predictions for the validation source after the last epoch', async () => {
    const model = smallNet(3);
    const options = smallRun();
    const { validation, last } = await train(model, options);
    assert.deepEqual(
      validation,
      predictClasses(model, options.validation, { inputScale: options.inputScale }),
    );
    const right = validation.truth.filter((truth, index) => truth === validation.classes[index]).length;
    assert.equal(right / 20, last!.valAccuracy);
    model.dispose();
  });

  it('takes batches larger than the source, and a last one that is not full', async () => {
    for (const batchSize of [7, 50, 1000]) {
      const model = smallNet(3);
      const batches: number[] = [];
      const { history } = await train(model, {
        ...smallRun({ batchSize, epochs: 1, progressPerSecond: 1e9 }),
        onProgress: ({ batch }) => batches.push(batch),
      });
      assert.equal(batches.at(-1), Math.ceil(50 / batchSize));
      assert.ok(Number.isFinite(history[0].loss));
      model.dispose();
    }
  });

  it('reports progress by its clock, at most so often, and at the end of each epoch', async () => {
    const model = smallNet(3);
    let time = 0;
    const seen: TrainingProgress[] = [];
    await train(model, {
      ...smallRun({ epochs: 2, batchSize: 5, progressPerSecond: 2, now: () => (time += 50) }),
      onProgress: (progress) => seen.push(progress),
    });
    assert.deepEqual(
      seen.filter(({ batch }) => batch === 10).map(({ epoch }) => epoch),
      [1, 2],
    );
    assert.ok(seen.length > 2 && seen.length < 20, String(seen.length));
    for (const { epochs, batches, loss, accuracy, examplesPerSecond, secondsLeft } of seen) {
      assert.deepEqual([epochs, batches], [2, 10]);
      assert.ok(loss > 0 && accuracy >= 0 && accuracy <= 1 && examplesPerSecond > 0 && secondsLeft > 0);
    }
    assert.ok(seen.at(-1)!.secondsLeft < seen[0].secondsLeft);
    model.dispose();
  });

  it('lets other work have its turn between batches', async () => {
    const model = smallNet(3);
    let turns = 0;
    const other = setInterval(() => turns++, 0);
    await train(model, smallRun({ epochs: 20 }));
    clearInterval(other);
    assert.ok(turns > 0);
    model.dispose();
  });

  it('trains any model, penalties of its layers included', async () => {
    const input = tf.input({ shape: [4, 4, 1] });
    const flat = tf.layers.flatten().apply(input) as tf.SymbolicTensor;
    const normal = tf.layers.batchNormalization().apply(flat) as tf.SymbolicTensor;
    const kernelRegularizer = tf.regularizers.l2({ l2: 0.5 });
    const output = tf.layers.dense({ units: 4, activation: 'softmax', kernelRegularizer }).apply(normal);
    const model = tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
    const size = (): number => tf.tidy(() => model.layers[3].getWeights()[0].abs().max().dataSync()[0]);
    const before = size();
    await train(model, smallRun({ epochs: 5 }));
    assert.ok(size() < before / 2, `${size()} after, ${before} before`);
    model.dispose();
  });

  it('leaves no tensor behind', async () => {
    for (const kind of ['sgd', 'adam'] as const) {
      const model = smallNet(3);
      const before = tf.memory().numTensors;
      await train(model, smallRun({ optimizer: { kind, learningRate: 0.01 } }));
      assert.equal(tf.memory().numTensors, before);
      const broken = { ...brightRows(50, 1), read: () => 4 };
      await assert.rejects(
        train(model, smallRun({ train: broken, optimizer: { kind, learningRate: 0.01 } })),
      );
      assert.equal(tf.memory().numTensors, before);
      model.dispose();
    }
  });
});

describe('train, given what cannot be trained', () => {
  const refused = (changes: Partial<TrainOptions>, message: RegExp): Promise<void> => {
    const model = smallNet(3);
    return assert.rejects(train(model, smallRun(changes)), message).finally(() => model.dispose());
  };

  it('refuses options out of range, NaN included, naming them', async () => {
    const wrong: Record<string, unknown[]> = {
      batchSize: [0, -1, 1.5, NaN, undefined],
      epochs: [0, 1.5, NaN],
      inputScale: [0, -1, NaN, Infinity, undefined],
      seed: [1.5, NaN, undefined],
      progressPerSecond: [0, NaN],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values)
        await refused({ [name]: value }, new RegExp(`train: ${name} must be .* got ${String(value)}`));
    }
    for (const learningRate of [0, -1, NaN, Infinity]) {
      await refused(
        { optimizer: { kind: 'sgd', learningRate } },
        /optimizer.learningRate must be a number above 0/,
      );
    }
    await refused(
      { optimizer: { kind: 'rmsprop' as 'sgd', learningRate: 1 } },
      /optimizer.kind must be 'sgd' or 'adam', got rmsprop/,
    );
  });

  it('refuses an empty source', async () => {
    await refused({ train: brightRows(0, 1) }, /train: train must hold at least one example, got 0/);
    await refused({ validation: brightRows(0, 1) }, /train: validation must hold at least one example/);
  });

  it('refuses pictures that do not fit the model, and says both sizes', async () => {
    const wide = { ...brightRows(5, 1), width: 5 };
    await refused({ train: wide }, /train has pictures of 4 x 5 .* the model takes \[any, 4, 4, 1\]/);
    await refused({ validation: wide }, /validation has pictures of 4 x 5/);
  });

  it('refuses a class that the model does not know, and says of which example', async () => {
    const strange = { ...brightRows(5, 1), read: () => 7 };
    await refused({ train: strange }, /Example \d has class 7, but the model knows 0 to 3/);
  });

  it('refuses a model whose output is not [batch, classes]', async () => {
    const model = tf.sequential({
      layers: [tf.layers.conv2d({ inputShape: [4, 4, 1], filters: 4, kernelSize: 3 })],
    });
    await assert.rejects(train(model, smallRun()), /one output of shape \[batch, classes\]/);
    model.dispose();
  });
});
