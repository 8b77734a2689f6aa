import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  describeRuns,
  medianRun,
  quoteRuns,
  recordedResults,
  type ExperimentResult,
  type RecordedExperiment,
} from 'captcha-lab/experiments';
import { runStem, writeResult } from '../../lib/experiments/resultFile';

/** A run whose accuracy after each epoch is `correct` of 100. */
function result(
  run: ExperimentResult['run'],
  {
    correct,
    epochs = correct.length,
    data = 'real data',
  }: { correct: number[]; epochs?: number; data?: string },
): ExperimentResult {
  const column = correct.map((count) => count / 100);
  const best = Math.max(...correct);
  return {
    format: 'captcha-lab result 1',
    run,
    complete: correct.length === epochs,
    config: {
      network: 'Table II',
      width: 1,
      parameters: 10,
      optimizer: { kind: 'sgd', learningRate: 1e-4 },
      batchSize: 10,
      epochs,
      inputScale: 1,
      trainOn: 'train',
      augmentation: false,
      measureOn: 'validation',
      splitBy: 'character',
      splitSeed: 1,
      stopWhenDead: false,
    },
    data: { name: data, captchas: 1070, fingerprint: '00', training: 3224, measured: 100 },
    versions: { captchaLab: '0', node: '20', tfjs: '4', tensorflow: '2' },
    machine: { cpu: 'none', cores: 1, memoryGiB: 1, platform: 'none' },
    history: {
      loss: column,
      accuracy: column,
      valLoss: column,
      valAccuracy: column,
      examplesPerSecond: column,
      seconds: column,
    },
    best: { epoch: correct.indexOf(best) + 1, correct: best, n: 100 },
    last: { epoch: correct.length, correct: correct[correct.length - 1], n: 100 },
    diagnosis: null,
    confusion: [[100]],
    seconds: 1,
    peakMemoryMiB: 1,
  };
}

describe('recordedResults', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-recorded-'));
    const sgd = { experiment: 'sgd', profile: 'study' } as const;
    const runs = [
      result({ ...sgd, seed: 10 }, { correct: [40, 60] }),
      result({ ...sgd, seed: 2 }, { correct: [40, 90, 80] }),
      result({ ...sgd, seed: 3 }, { correct: [40, 70] }),
      result({ ...sgd, seed: 1, profile: 'quick' }, { correct: [99] }),
      result({ ...sgd, seed: 4, profile: 'paper' }, { correct: [99], data: 'generated data' }),
      result({ experiment: 'adam', profile: 'paper', seed: 1 }, { correct: [10, 10], epochs: 100 }),
    ];
    for (const run of runs) await writeResult(path.join(folder, `${runStem(run.run)}.json`), run);
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const recorded = async (): Promise<Map<string, RecordedExperiment>> =>
    new Map((await recordedResults({ folder })).map((entry) => [entry.experiment.name, entry]));

  it('takes the largest profile run on the real data, all its seeds in order', async () => {
    const sgd = (await recorded()).get('sgd')!;
    assert.equal(sgd.profile, 'study');
    assert.deepEqual(
      sgd.runs.map(({ run }) => run.seed),
      [2, 3, 10],
    );
  });

  it('has an entry for each of the nine, also for those not run and without a folder', async () => {
    const all = await recorded();
    assert.equal(all.size, 9);
    const bigger = all.get('bigger')!;
    assert.deepEqual([bigger.profile, bigger.runs], [undefined, []]);
    assert.deepEqual([describeRuns(bigger), quoteRuns(bigger)], ['not run', 'not run']);
    const none = await recordedResults({ folder: path.join(folder, 'none') });
    assert.ok(none.length === 9 && none.every(({ runs }) => runs.length === 0));
  });

  it('says how far runs came, and quotes the one in the middle with the range', async () => {
    const all = await recorded();
    assert.equal(describeRuns(all.get('sgd')!), 'profile study, 3 seeds, 2–3 epochs');
    assert.equal(quoteRuns(all.get('sgd')!), '70/100 = 70.00% (3 seeds: 60 to 90)');
    assert.equal(quoteRuns(all.get('sgd')!, 'last'), '70/100 = 70.00% (3 seeds: 60 to 80)');
    assert.equal(describeRuns(all.get('adam')!), 'profile paper, seed 1, 2 of 100 epochs');
    assert.equal(quoteRuns(all.get('adam')!), '10/100 = 10.00%');
  });

  it('takes the lower of two in the middle, and none of none', async () => {
    const { runs } = (await recorded()).get('sgd')!;
    assert.equal(medianRun({ runs: runs.slice(0, 2) })?.correct, 70);
    assert.equal(medianRun({ runs: [] }), undefined);
  });

  it('asks for a folder outside of the project', async () => {
    await assert.rejects(
      recordedResults({ from: tmpdir() }),
      /recordedResults: without the option folder, .* must lie/,
    );
  });
});
