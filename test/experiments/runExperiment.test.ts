import '../training/oneThread';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  EXPERIMENTS,
  findExperiment,
  openResults,
  runExperiment,
  type ExperimentResult,
} from 'captcha-lab/experiments';
import { tf } from 'captcha-lab/tensorflow';
import { temporaryFolder } from '../data/temporaryFolder';
import { TINY, noiseData, noiseSet, outcome } from './tinyRun';

const run = (name: string, options: Partial<Parameters<typeof runExperiment>[1]> = {}) =>
  runExperiment(findExperiment(name), { profile: TINY, seed: 1, data: noiseData(), ...options });

const oneEpoch = { ...TINY, experimentEpochs: { ...TINY.experimentEpochs, final: 1 } };

describe('runExperiment', () => {
  it('keeps one JSON with everything that decided the outcome, and gives it back without training', async (test) => {
    const folder = temporaryFolder(test);
    const tensors = tf.memory().numTensors;
    const first = await run('sgd', { folder });
    assert.equal(tf.memory().numTensors, tensors);
    assert.deepEqual(readdirSync(folder).sort(), ['sgd-quick-seed1.json', 'sgd-quick-seed1.safetensors']);
    const { config, data, history, best, confusion, complete } = first!;
    assert.deepEqual(
      [config.network, config.optimizer, config.batchSize, config.inputScale, config.epochs],
      ['Table II', { kind: 'sgd', learningRate: 1e-4 }, 10, 1, 3],
    );
    assert.deepEqual([data.training, data.measured, data.captchas, complete], [57, 19, 19, true]);
    assert.equal(history.testAccuracy?.length, 3);
    assert.equal(best.correct / best.n, Math.max(...history.valAccuracy));
    assert.equal(
      confusion.flat().reduce((sum, count) => sum + count),
      19,
    );

    const again = await run('sgd', { folder, onEpoch: () => assert.fail('it was trained again') });
    assert.deepEqual(again, JSON.parse(JSON.stringify(first)));
  });

  it('divides as the report did where the data know how, under a name of its own, and by seed where they do not', async (test) => {
    const folder = temporaryFolder(test);
    const part = (from: number, count: number): Int32Array =>
      Int32Array.from({ length: count }, (_, at) => from + at);
    const reportSplit = { train: part(0, 60), validation: part(60, 20), test: part(80, 15) };
    const result = (await run('sgd', { folder, data: { ...noiseData(), reportSplit } }))!;
    assert.deepEqual([result.run.split, result.config.splitBy], ['report', 'report']);
    assert.deepEqual([result.data.training, result.data.measured], [60, 20]);
    assert.ok(existsSync(path.join(folder, 'sgd-quick-report-split-seed1.json')));
    const seeded = (await run('sgd', { folder }))!;
    assert.deepEqual([seeded.run.split, seeded.config.splitBy], [undefined, 'character']);
    const runs = (await openResults(folder)).map(({ run }) => run.split);
    assert.deepEqual(runs, ['report', undefined]);
  });

  it("takes up results of before they said their scheme and precision: the report's, in float32", async (test) => {
    const folder = temporaryFolder(test);
    const first = (await run('sgd', { folder, until: 2 }))!;
    const file = path.join(folder, 'sgd-quick-seed1.json');
    const { scheme, ...data } = first.data;
    const { precision, ...config } = first.config;
    assert.deepEqual([scheme?.name, precision], ['report', 'float32']);
    writeFileSync(file, JSON.stringify({ ...first, data, config }));
    assert.deepEqual(outcome((await run('sgd', { folder }))!), outcome((await run('sgd'))!));
    const other = { ...first, data: { ...data, scheme: { ...scheme, name: 'other' } } };
    writeFileSync(file, JSON.stringify(other));
    await assert.rejects(run('sgd', { folder }), /it was made with data\.scheme/);
  });

  it('stops after so many epochs when asked, unfinished, and goes on later', async (test) => {
    const folder = temporaryFolder(test);
    const two = (await run('sgd', { folder, until: 2 }))!;
    assert.deepEqual([two.complete, two.last.epoch, two.config.epochs], [false, 2, 3]);
    const same = await run('sgd', { folder, until: 2, onEpoch: () => assert.fail('it was trained again') });
    assert.deepEqual(same, JSON.parse(JSON.stringify(two)));
    assert.deepEqual(outcome((await run('sgd', { folder }))!), outcome((await run('sgd'))!));
  });

  it('measures final on the test set, learning from training and validation characters in 27 variants', async () => {
    const { data, config, history } = (await run('final', { profile: oneEpoch }))!;
    assert.deepEqual([data.training, data.measured, config.measureOn], [27 * (57 + 19), 19, 'test']);
    assert.equal(history.testAccuracy, undefined);
  });

  it('trains emnist on handwriting, and says when there is none', async () => {
    const handwriting = { name: 'noise', set: noiseSet(5, 8) };
    const result = await run('emnist', { data: { ...noiseData(), handwriting } });
    assert.deepEqual([result!.data.training, result!.data.handwriting?.name], [40, 'noise']);
    await assert.rejects(run('emnist'), /Experiment emnist trains on EMNIST, which was not given/);
  });

  it('counts whole CAPTCHAs when it divides by CAPTCHA', async () => {
    const { captchas, data, last } = (await run('sgd-by-captcha'))!;
    assert.deepEqual([captchas?.n, data.measured], [3, 15]);
    assert.equal(
      captchas?.positions.reduce((sum, count) => sum + count),
      last.correct,
    );
  });

  for (const [moment, nextEpoch] of [
    ['first batch of epoch 1', 1],
    ['last batch of epoch 2', 2],
    ['checkpoint of epoch 2', 3],
    ['last batch of epoch 3', 3],
    // All is trained, but the result is not written.
    ['checkpoint of epoch 3', undefined],
  ] as const) {
    it(`goes on after kill -9 at the ${moment} as if nothing had happened`, async (test) => {
      const folder = temporaryFolder(test);
      assert.ok(await killAt(moment, folder), 'it ended before it could be killed');
      assert.ok(!existsSync(path.join(folder, 'dropout50-quick-seed1.json')));
      const epochs: number[] = [];
      const resumed = await run('dropout50', { folder, onEpoch: ({ epoch }) => epochs.push(epoch) });
      assert.equal(epochs[0], nextEpoch, 'the epoch it went on with');
      assert.deepEqual(outcome(resumed!), outcome((await run('dropout50'))!));
    });
  }

  it('keeps what an interrupted run has, marked as incomplete, and completes it later', async (test) => {
    const folder = temporaryFolder(test);
    const interrupt = new AbortController();
    const onEpoch = ({ epoch }: { epoch: number }): void => {
      if (epoch === 2) interrupt.abort();
    };
    const part = await run('dropout25', { folder, signal: interrupt.signal, onEpoch });
    assert.deepEqual([part!.complete, part!.last.epoch, part!.history.loss.length], [false, 2, 2]);
    const whole = await run('dropout25', { folder });
    assert.deepEqual([whole!.complete, whole!.last.epoch], [true, 3]);
    assert.deepEqual(outcome(whole!), outcome((await run('dropout25'))!));
  });

  it('does not begin again over an incomplete result whose checkpoint is gone', async (test) => {
    const folder = temporaryFolder(test);
    const file = path.join(folder, 'sgd-quick-seed1.json');
    const whole = (await run('sgd', { folder }))!;
    const part = JSON.stringify({ ...whole, complete: false });
    writeFileSync(file, part);
    rmSync(path.join(folder, 'sgd-quick-seed1.safetensors'));
    await assert.rejects(run('sgd', { folder }), /it has 3 of 3 epochs, and .*safetensors.* is not there/);
    assert.equal(readFileSync(file, 'utf8'), part);
  });

  it('leaves a fuller result that somebody else wrote meanwhile', async (test) => {
    const folder = temporaryFolder(test);
    const file = path.join(folder, 'sgd-quick-seed1.json');
    const theirs = JSON.stringify((await run('sgd'))!);
    const stop = new AbortController();
    // This process loses its claim in epoch 2; the new owner finishes before it can write.
    const given = await run('sgd', {
      folder,
      signal: stop.signal,
      onEpoch: ({ epoch }) => {
        if (epoch < 2) return;
        writeFileSync(file, theirs);
        stop.abort();
      },
    });
    assert.equal(given!.complete, true);
    assert.equal(readFileSync(file, 'utf8'), theirs);
  });

  it('is the same for the same seed and another for another', async () => {
    const [first, second, other] = [await run('sgd'), await run('sgd'), await run('sgd', { seed: 2 })];
    assert.deepEqual(outcome(first!), outcome(second!));
    assert.notDeepEqual(first!.history.loss, other!.history.loss);
  });

  it('refuses a result of other data, of other settings, cut short or misnamed, and leaves it as it is', async (test) => {
    const folder = temporaryFolder(test);
    const file = path.join(folder, 'sgd-quick-seed1.json');
    await run('sgd', { folder });
    const text = readFileSync(file, 'utf8');
    const result = JSON.parse(text) as ExperimentResult;
    const cases: [string, string, RegExp][] = [
      [text, 'other data', /was made with data\.fingerprint ".*", now ".*"/],
      [text.slice(0, 700), '', /it is cut short or no JSON/],
      ['', '', /it is cut short or no JSON/],
      [JSON.stringify({ ...result, seconds: 'long' }), '', /no result of this version \(seconds: /],
      [
        JSON.stringify({ ...result, run: { ...result.run, seed: 2 } }),
        '',
        /it holds the run sgd-quick-seed2/,
      ],
      [
        JSON.stringify({ ...result, config: { ...result.config, epochs: 9 } }),
        '',
        /was made with config\.epochs 9, now 3/,
      ],
    ];
    for (const [content, data, message] of cases) {
      writeFileSync(file, content);
      const attempt = run('sgd', { folder, ...(data && { data: noiseData({ seed: 2 }) }) });
      await assert.rejects(attempt, (error: Error) => {
        assert.match(error.message, message);
        assert.ok(error.message.includes(file) && error.message.includes('It was left as it is'));
        return true;
      });
      assert.equal(readFileSync(file, 'utf8'), content);
    }
  });

  it('refuses a checkpoint of other data', async (test) => {
    const folder = temporaryFolder(test);
    assert.ok(await killAt('last batch of epoch 2', folder));
    const attempt = run('dropout50', { folder, data: noiseData({ seed: 2 }) });
    await assert.rejects(attempt, /belongs to another run: training data/);
  });
});

describe('EXPERIMENTS', () => {
  it('quote counts that give the percentages the report prints', () => {
    for (const { name, reported } of EXPERIMENTS) {
      const { accuracy, correct, n } = reported!;
      if (name === 'final') assert.equal(correct, undefined);
      else assert.equal((correct! / n).toFixed(4), accuracy.toFixed(4), name);
    }
  });
});

/** Starts the run in a process of its own and kills it when it is at `moment`; false when it never was. */
async function killAt(moment: string, folder: string): Promise<boolean> {
  const args = ['--import', 'tsx', path.join(__dirname, 'runToBeKilled.ts'), folder, moment];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => child.kill('SIGKILL'));
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal === 'SIGKILL';
}
