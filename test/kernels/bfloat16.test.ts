import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { choosePrecision, type Precision } from 'captcha-lab/kernels';
import { buildModel } from 'captcha-lab/model';
import { TABLE_IV } from 'captcha-lab/report';
import { tf } from 'captcha-lab/tensorflow';
import { predictClasses, train, type TrainOptions } from 'captcha-lab/training';
import { filterGradientByProducts } from '../../lib/kernels/filterGradientByProducts';
import { openTrainingGraph } from '../../lib/training/trainingGraph';
import { createOptimizer } from '../../lib/training/optimizer';
import { variableOf } from '../../lib/model/variableOf';
import { temporaryFolder } from '../data/temporaryFolder';
import { brightRows, smallNet, smallRun } from '../training/smallTask';
import { runGraph } from './runGraph';

/** The largest difference, as a share of the largest value. */
function relativeDifference(some: readonly number[], others: readonly number[]): number {
  const largest = Math.max(...some.map(Math.abs));
  return Math.max(...some.map((value, index) => Math.abs(value - others[index]))) / largest;
}

describe("the filter's gradient by products", () => {
  for (const padding of ['same', 'valid'] as const) {
    for (const kernel of [
      [3, 3],
      [2, 4],
    ] as const) {
      it(`is TensorFlow's own: ${kernel.join(' x ')}, '${padding}'`, () => {
        const shape = [...kernel, 3, 5];
        const x = tf.randomUniform([2, 7, 8, 3], -1, 1, 'float32', 1);
        const outputSize: [number, number] = padding === 'same' ? [7, 8] : [8 - kernel[0], 9 - kernel[1]];
        const dy = tf.randomUniform([2, ...outputSize, 5], -1, 1, 'float32', 2);
        const [own, products] = runGraph([x, dy], (kernels, [input, by]) => [
          kernels.filterGradient(input, shape, by, padding),
          filterGradientByProducts(kernels, { x: input, dy: by, shape, padding, outputSize }),
        ]);
        assert.ok(relativeDifference(own, products) < 1e-6);
        tf.dispose([x, dy]);
      });
    }
  }
});

describe('a training step in bfloat16', () => {
  /** Loss, and how far a step moves the weights of Table IV, narrow, by the same numbers. */
  function oneStep(precision: Precision): { losses: number[]; moved: number[] } {
    const model = buildModel(TABLE_IV, { seed: 3, width: 1 / 16 });
    const trainable = model.trainableWeights.map(variableOf);
    const before = trainable.map((weight) => [...weight.dataSync<'float32'>()]);
    const optimizer = createOptimizer({ kind: 'sgd', learningRate: 1e-2 }, trainable);
    const graph = openTrainingGraph(model, { trainable, optimizer, batchSize: 6, precision })!;
    const images = tf.randomUniform<tf.Rank.R4>([6, 38, 21, 1], 0, 1, 'float32', 4);
    const { loss } = tf.tidy(() => ({ ...graph.step(images, Uint8Array.of(0, 1, 2, 3, 4, 5)) }));
    const moved = trainable.flatMap((weight, index): number[] =>
      [...weight.dataSync<'float32'>()].map((value, at) => value - before[index][at]),
    );
    graph.dispose();
    optimizer.dispose();
    model.dispose();
    images.dispose();
    return { losses: [loss], moved };
  }

  it('does what one in float32 does, within the three digits that it has', () => {
    const [wide, narrow] = [oneStep('float32'), oneStep('bfloat16')];
    assert.ok(relativeDifference(wide.losses, narrow.losses) < 5e-3);
    const length = (values: readonly number[]): number => Math.hypot(...values);
    const apart = length(wide.moved.map((value, index) => value - narrow.moved[index])) / length(wide.moved);
    // Each rounding is 1/512 at most, but some pools find their largest value at another place.
    assert.ok(apart < 0.1, `the gradients lie ${apart} of their length apart`);
    assert.notDeepEqual(narrow.moved, wide.moved);
  });

  it('leaves no tensors', () => {
    oneStep('bfloat16');
    const before = tf.memory().numTensors;
    oneStep('bfloat16');
    assert.equal(tf.memory().numTensors, before);
  });
});

describe('training in bfloat16', () => {
  const run = async (changes: Partial<TrainOptions>) => {
    const model = smallNet(5);
    const result = await train(model, smallRun({ precision: 'bfloat16', epochs: 4, ...changes }));
    const weights = model.weights.map((weight) => [...weight.read().dataSync()]);
    model.dispose();
    return { ...result, weights };
  };

  it('goes on from a checkpoint to the bit, in the precision that it was begun in', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    const whole = await run({});
    await run({ epochs: 2, checkpoint: { file } });
    const resumed = await run({ precision: 'auto', checkpoint: { file } });
    assert.deepEqual([resumed.precision, resumed.resumedEpochs], ['bfloat16', 2]);
    assert.deepEqual(resumed.weights, whole.weights);
    await assert.rejects(
      run({ precision: 'float32', checkpoint: { file } }),
      /another run: precision bfloat16, now absent/,
    );
  });

  it('is float32 unless asked for, and for a model of another kind cannot be had', async () => {
    const usual = await run({ precision: undefined, epochs: 1 });
    assert.equal(usual.precision, 'float32');
    const other = tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [4, 4, 1] }),
        tf.layers.dense({ units: 4, activation: 'tanh' }),
        tf.layers.dense({ units: 4, activation: 'softmax' }),
      ],
    });
    await assert.rejects(
      train(other, smallRun({ precision: 'bfloat16' })),
      /RangeError: train: precision 'bfloat16' is for networks of the report's kinds/,
    );
    assert.equal((await train(other, smallRun({ precision: 'auto', epochs: 1 }))).precision, 'float32');
    await assert.rejects(
      train(other, smallRun({ precision: 'half' as never })),
      /precision must be 'float32', 'bfloat16' or 'auto', got half/,
    );
    other.dispose();
  });

  it('predicts many pictures nearly as in float32, and the first precision again after the other', () => {
    const model = smallNet(6);
    const [first, narrow, again] = (['float32', 'bfloat16', 'float32'] as const).map(
      (precision) =>
        predictClasses(model, brightRows(200, 7), { inputScale: 1 / 255, precision }).probabilities,
    );
    assert.deepEqual(again, first);
    assert.notDeepEqual(narrow, first);
    assert.ok(relativeDifference([...first], [...narrow]) < 0.02);
    model.dispose();
  });
});

describe('choosePrecision', () => {
  const times = (float32: number, bfloat16: number) => (precision: Precision) =>
    precision === 'float32' ? float32 : bfloat16;

  it("takes bfloat16 for 'auto' only where the processor has it and is faster with it", () => {
    const choose = (has: boolean, one: number, other: number): Precision =>
      choosePrecision('auto', { hasInstructions: () => has, milliseconds: times(one, other) });
    assert.deepEqual(
      [choose(true, 9, 3), choose(true, 3, 9), choose(false, 9, 3)],
      ['bfloat16', 'float32', 'float32'],
    );
  });

  it('does not measure what was chosen, or what the processor cannot do', () => {
    const milliseconds = (): number => assert.fail('it was measured');
    assert.equal(choosePrecision('bfloat16', { milliseconds }), 'bfloat16');
    assert.equal(choosePrecision('auto', { hasInstructions: () => false, milliseconds }), 'float32');
    assert.throws(() => choosePrecision('half' as never), /RangeError: precision must be .*, got "half"/);
  });
});
