import './oneThread';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Dropout } from 'captcha-lab/model';
import { tf } from 'captcha-lab/tensorflow';
import { train, type TrainingResult, type TrainOptions } from 'captcha-lab/training';
import { temporaryFolder } from '../data/temporaryFolder';
import { flatWeights } from '../model/formulaNet';
import { decodeSafetensors } from '../../lib/training/safetensors';
import { brightRows, measured, smallNet, smallRun } from './smallTask';

const adam = { optimizer: { kind: 'adam', learningRate: 0.01 } } as const;

/** Trains a new small net and gives the result with the net's last weights. */
async function run(options: TrainOptions, seed = 3): Promise<TrainingResult & { weights: number[] }> {
  const model = smallNet(seed);
  try {
    return { ...(await train(model, options)), weights: flatWeights(model) };
  } finally {
    model.dispose();
  }
}

describe('a checkpoint', () => {
  for (const optimizer of [adam.optimizer, { kind: 'sgd', learningRate: 0.1 } as const]) {
    it(`lets a stopped run with ${optimizer.kind} go on as if it had never stopped`, async (test) => {
      const file = path.join(temporaryFolder(test), 'run.safetensors');
      const whole = await run(smallRun({ optimizer, epochs: 6 }));
      await run(smallRun({ optimizer, epochs: 2, checkpoint: { file } }));
      // Other first weights: all must come from the checkpoint.
      const resumed = await run(smallRun({ optimizer, epochs: 6, checkpoint: { file } }), 99);
      assert.equal(resumed.resumedEpochs, 2);
      assert.deepEqual(measured(resumed.history), measured(whole.history));
      assert.deepEqual(resumed.weights, whole.weights);
      assert.deepEqual(resumed.validation, whole.validation);
    });
  }

  it('survives a signal in the midst of an epoch, which then goes on', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    const whole = await run(smallRun({ ...adam, epochs: 4 }));
    const stop = new AbortController();
    const stopped = await run({
      ...smallRun({ ...adam, epochs: 4, checkpoint: { file }, progressPerSecond: 1e9, signal: stop.signal }),
      onProgress: ({ epoch, batch }) => {
        if (epoch === 3 && batch === 4) stop.abort();
      },
    });
    assert.equal(stopped.interrupted, true);
    assert.equal(stopped.history.length, 2);
    assert.equal(stopped.validation.truth.length, 20);
    const batches: number[] = [];
    const resumed = await run({
      ...smallRun({ ...adam, epochs: 4, checkpoint: { file }, progressPerSecond: 1e9 }),
      onProgress: ({ batch }) => batches.push(batch),
    });
    assert.equal(batches[0], 5, 'the batch it went on with');
    assert.equal(resumed.interrupted, false);
    assert.deepEqual(measured(resumed.history), measured(whole.history));
    assert.deepEqual(resumed.weights, whole.weights);
  });

  it('is written within a long epoch too, and the rest of the epoch follows as if nothing had happened', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    const checkpoint = { file, everyExamples: 16 };
    const whole = await run(smallRun({ ...adam, epochs: 3 }));
    const copies: Buffer[] = [];
    // Two batches of 8 after each save, the file is what a kill would leave.
    await run({
      ...smallRun({ ...adam, epochs: 3, checkpoint, progressPerSecond: 1e9 }),
      onProgress: ({ epoch, batch }) => {
        if (epoch === 2 && batch % 2 === 1 && batch > 1) copies.push(readFileSync(file));
      },
    });
    assert.equal(copies.length, 3);
    for (const [index, copy] of copies.entries()) {
      writeFileSync(file, copy);
      const batches: number[] = [];
      const resumed = await run(
        {
          ...smallRun({ ...adam, epochs: 3, checkpoint, progressPerSecond: 1e9 }),
          onProgress: ({ batch }) => batches.push(batch),
        },
        99,
      );
      assert.equal(batches[0], 2 * index + 3);
      assert.deepEqual(measured(resumed.history), measured(whole.history));
      assert.deepEqual(resumed.weights, whole.weights);
    }
  });

  it('survives a signal while an epoch is measured, and only measures it again', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    const whole = await run(smallRun({ ...adam, epochs: 2 }));
    const stop = new AbortController();
    const validation = brightRows(20, 2);
    let batches = 0;
    const stopped = await run({
      ...smallRun({ ...adam, epochs: 2, checkpoint: { file }, progressPerSecond: 1e9, signal: stop.signal }),
      onProgress: () => batches++,
      validation: {
        ...validation,
        read(index, target, offset) {
          // Seven batches of the first epoch are through, and seven of the second.
          if (batches === 14) stop.abort();
          return validation.read(index, target, offset);
        },
      },
    });
    assert.deepEqual([stopped.interrupted, stopped.history.length], [true, 1]);
    const trained: number[] = [];
    const resumed = await run({
      ...smallRun({ ...adam, epochs: 2, checkpoint: { file }, progressPerSecond: 1e9 }),
      onProgress: ({ batch }) => trained.push(batch),
    });
    assert.deepEqual(trained, []);
    assert.deepEqual(measured(resumed.history), measured(whole.history));
    assert.deepEqual(resumed.weights, whole.weights);
  });

  it('survives kill -9', async (test) => {
    const folder = temporaryFolder(test);
    const file = path.join(folder, 'run.safetensors');
    const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'endlessRun.ts'), file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // It tells of each batch from its third epoch on, and is killed in one.
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    const [, signal] = (await once(child, 'exit')) as [number | null, string];
    assert.equal(signal, 'SIGKILL');
    const resumed = await run(smallRun({ ...adam, epochs: 12, checkpoint: { file } }));
    assert.ok(resumed.resumedEpochs >= 2, String(resumed.resumedEpochs));
    const whole = await run(smallRun({ ...adam, epochs: Math.max(12, resumed.resumedEpochs) }));
    assert.deepEqual(measured(resumed.history), measured(whole.history));
  });

  it('continues the masks of a dropout layer that is used twice in the model', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    const sharedDropout = (): tf.LayersModel => {
      const dropout = new Dropout({ rate: 0.5 });
      const kernelInitializer = tf.initializers.glorotUniform({ seed: 1 });
      const input = tf.input({ shape: [4, 4, 1] });
      const flat = tf.layers.flatten().apply(input);
      const once = dropout.apply(flat);
      const hidden = tf.layers.dense({ units: 8, kernelInitializer }).apply(once);
      const twice = dropout.apply(hidden);
      const output = tf.layers.dense({ units: 4, activation: 'softmax', kernelInitializer }).apply(twice);
      return tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
    };
    const histories = [];
    for (const [epochs, checkpoint] of [[4], [2, { file }], [4, { file }]] as const) {
      const model = sharedDropout();
      histories.push(measured((await train(model, smallRun({ epochs, checkpoint }))).history));
      model.dispose();
    }
    assert.deepEqual(histories[2], histories[0]);
  });

  it('of a finished run is taken as it is, and trained on when more epochs are asked for', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    const first = await run(smallRun({ epochs: 2, checkpoint: { file } }));
    const again = await run(smallRun({ epochs: 2, checkpoint: { file } }));
    assert.deepEqual(again.history, first.history);
    assert.deepEqual(again.weights, first.weights);
    assert.deepEqual(again.validation, first.validation);
    assert.equal((await run(smallRun({ epochs: 3, checkpoint: { file } }))).history.length, 3);
  });

  it('is one file that Python reads: weights, optimiser slots, history, generator', async (test) => {
    const folder = temporaryFolder(test);
    const file = path.join(folder, 'deep', 'run.safetensors');
    const { history, weights } = await run(smallRun({ ...adam, epochs: 2, checkpoint: { file } }));
    assert.deepEqual(readdirSync(path.dirname(file)), ['run.safetensors']);
    const { arrays, metadata } = decodeSafetensors(readFileSync(file));
    const values = (prefix: string): number[] =>
      [...arrays].flatMap(([name, { data }]) => (name.startsWith(prefix) ? [...data] : []));
    assert.deepEqual(values('weights.'), weights);
    assert.equal(values('optimizer.m.').length, weights.length);
    assert.equal(values('optimizer.v.').length, weights.length);
    assert.deepEqual(arrays.get('history')!.shape, [2, metadata.historyColumns.split(' ').length]);
    assert.equal(arrays.get('history')!.data[1], history[0].loss);
    const state = JSON.parse(metadata.state) as { random: number[]; steps: number };
    assert.equal(state.steps, 14);
    assert.equal(state.random.length, 4);
  });

  it('keeps a loss that is not a number, and the diagnosis', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    const optimizer = { kind: 'sgd', learningRate: 1e30 } as const;
    const first = await run(smallRun({ optimizer, epochs: 2, checkpoint: { file } }));
    assert.equal(first.diagnosis?.kind, 'diverged');
    const warnings: string[] = [];
    const again = await run(
      smallRun({
        optimizer,
        epochs: 3,
        checkpoint: { file },
        onWarning: (message) => warnings.push(message),
      }),
    );
    assert.ok(again.history.some(({ loss }) => Number.isNaN(loss)));
    assert.deepEqual(again.diagnosis, first.diagnosis);
    assert.deepEqual(warnings, []);
  });

  it('leaves no tensor behind, whether written or read', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    const before = tf.memory().numTensors;
    await run(smallRun({ ...adam, epochs: 1, checkpoint: { file } }));
    await run(smallRun({ ...adam, epochs: 2, checkpoint: { file } }));
    assert.equal(tf.memory().numTensors, before);
  });
});

describe('a checkpoint that does not belong to the run', () => {
  /** Writes a checkpoint, has `spoil` change things, and expects a refusal that leaves the file as it is. */
  async function refused(
    file: string,
    changes: Partial<TrainOptions>,
    message: RegExp,
    spoil: () => void = () => undefined,
  ): Promise<void> {
    if (!existsSync(file)) await run(smallRun({ epochs: 1, checkpoint: { file } }));
    spoil();
    const before = readFileSync(file);
    const tensors = tf.memory().numTensors;
    await assert.rejects(run(smallRun({ epochs: 2, checkpoint: { file }, ...changes })), message);
    assert.deepEqual(readFileSync(file), before);
    assert.equal(tf.memory().numTensors, tensors);
  }

  it('is refused with the setting that differs', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    await refused(file, { batchSize: 9 }, /it belongs to another run: batchSize 8, now 9.*move it away/);
    await refused(file, { seed: 2 }, /seed 1, now 2/);
    await refused(file, { inputScale: 1 }, /inputScale .*, now 1\./);
    await refused(file, { optimizer: { kind: 'sgd', learningRate: 0.2 } }, /learningRate 0.1, now 0.2/);
    await refused(file, adam, /optimizer sgd, now adam/);
    await refused(file, { train: brightRows(51, 1) }, /training examples 50, now 51/);
    await refused(file, { train: brightRows(50, 9) }, /training data/);
    await refused(file, { validation: brightRows(20, 9) }, /validation data/);
  });

  it('is refused when it is of another network', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    await run(smallRun({ epochs: 1, checkpoint: { file } }));
    const model = smallNet(3, { dropout: 0.5 });
    await assert.rejects(train(model, smallRun({ checkpoint: { file } })), /another run: network/);
    model.dispose();
  });

  it('is refused when it is cut off anywhere, damaged, or no checkpoint at all', async (test) => {
    const file = path.join(temporaryFolder(test), 'run.safetensors');
    await refused(file, {}, /it is cut off/, () => {
      truncateSync(file, readFileSync(file).length - 4);
    });
    for (const length of [100, 8, 7, 0]) {
      await refused(file, {}, /Checkpoint .*run.safetensors: it is not a safetensors file/, () => {
        truncateSync(file, length);
      });
    }
    await run(smallRun({ epochs: 1, checkpoint: { file: `${file}2` } }));
    await refused(`${file}2`, {}, /its values are damaged/, () => {
      const bytes = readFileSync(`${file}2`);
      bytes[bytes.length - 10] ^= 1;
      writeFileSync(`${file}2`, bytes);
    });
    writeFileSync(`${file}3`, 'a letter to a friend, of more than eight characters');
    await refused(`${file}3`, {}, /not a safetensors file/);
  });

  it('is refused at once when its folder cannot be written', async (test) => {
    const file = path.join(temporaryFolder(test), 'file');
    writeFileSync(file, '');
    const model = smallNet(3);
    await assert.rejects(
      train(model, smallRun({ checkpoint: { file: path.join(file, 'run.safetensors') } })),
      /checkpoint.file must lie in a folder that can be written/,
    );
    await assert.rejects(
      train(model, smallRun({ checkpoint: { file: '' } })),
      /checkpoint.file must name a file/,
    );
    model.dispose();
  });
});
