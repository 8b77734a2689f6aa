import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import {
  compareWholeCaptchas,
  compareRecipes,
  compareWithReport,
  countDeaths,
  countsBehind,
  findExperiment,
  lastAccuracy,
  maximumBias,
  openResults,
  runExperiment,
  type ExperimentResult,
} from 'captcha-lab/experiments';
import { temporaryFolder } from '../data/temporaryFolder';
import { TINY, noiseData } from './tinyRun';

let sample: ExperimentResult;
before(async () => {
  sample = (await runExperiment(findExperiment('sgd'), { profile: TINY, seed: 1, data: noiseData() }))!;
});

/** The sample as another run with another outcome. */
function result(
  run: Partial<ExperimentResult['run']>,
  correct: number,
  changes: Partial<ExperimentResult> = {},
): ExperimentResult {
  const best = { epoch: 3, correct, n: 1063 };
  const data = { ...sample.data, name: 'real data' };
  return { ...sample, data, run: { ...sample.run, ...run }, best, last: best, ...changes };
}

const curves = (valAccuracy: number[], testAccuracy: number[]): Partial<ExperimentResult> => ({
  history: { ...sample.history, valAccuracy, testAccuracy },
});

describe('openResults', () => {
  it('reads the results of a folder and leaves other files alone', async (test) => {
    const folder = temporaryFolder(test);
    assert.deepEqual(await openResults(path.join(folder, 'none')), []);
    await runExperiment(findExperiment('sgd'), { profile: TINY, seed: 1, data: noiseData(), folder });
    writeFileSync(path.join(folder, 'report-curves.json'), 'not a result');
    const [only, ...more] = await openResults(folder);
    assert.deepEqual([only.run, more], [{ experiment: 'sgd', profile: 'quick', seed: 1 }, []]);
  });

  it('names the damaged one', async (test) => {
    const folder = temporaryFolder(test);
    writeFileSync(path.join(folder, 'sgd-quick-seed1.json'), '{');
    await assert.rejects(openResults(folder), /sgd-quick-seed1\.json: it is cut short or no JSON/);
  });

  it('says when the folder is none', async (test) => {
    const file = path.join(temporaryFolder(test), 'file');
    writeFileSync(file, '');
    await assert.rejects(openResults(file), /results folder must be one that can be read, got .*file/);
    await assert.rejects(openResults(path.join(file, 'x'), { write: true }), /one that can be written/);
    assert.equal(readFileSync(file, 'utf8'), '');
    mkdirSync(`${file}s`);
    copyFileSync(file, path.join(`${file}s`, 'note.txt'));
    assert.deepEqual(await openResults(`${file}s`, { write: true }), []);
  });
});

describe('compareWithReport', () => {
  const verdictOf = (name: string, results: ExperimentResult[], at?: number): string =>
    compareWithReport(results, { reportedBy: () => at }).find(({ experiment }) => experiment.name === name)!
      .verdict;

  it('has nine rows, with what was not run said so', () => {
    const rows = compareWithReport([]);
    assert.equal(rows.length, 9);
    assert.ok(rows.every(({ ours, verdict }) => ours === undefined && verdict === 'not run'));
  });

  it('takes the profile with the most training, the seed in the middle, and the range of all seeds', () => {
    const results = [
      result({ profile: 'quick' }, 1000),
      result({ profile: 'study', seed: 3 }, 950),
      result({ profile: 'study', seed: 1 }, 930),
      result({ profile: 'study', seed: 2 }, 940),
    ];
    const { ours } = compareWithReport(results)[1];
    assert.deepEqual(
      [ours!.profile, ours!.seeds, ours!.correct, ours!.worst, ours!.best],
      ['study', [1, 2, 3], 940, 930 / 1063, 950 / 1063],
    );
    assert.ok(ours!.interval.low < 940 / 1063 && 940 / 1063 < ours!.interval.high);
  });

  it('prefers, of two profiles of the same widths, the one that came further, and no other data', () => {
    const wide = { config: { ...sample.config, width: 1 } };
    const part = { epoch: 2, correct: 700, n: 1063 };
    const results = [
      result({ profile: 'paper' }, 700, { ...wide, best: part, last: part, complete: false }),
      result({ profile: 'study' }, 930, wide),
      result({ profile: 'study', seed: 2 }, 1063, {
        ...wide,
        data: { ...sample.data, name: 'generated data' },
      }),
    ];
    const { ours } = compareWithReport(results)[1];
    assert.deepEqual([ours!.profile, ours!.correct, ours!.seeds], ['study', 930, [1]]);
  });

  it('compares runs on other data too, and says of them no more than how far the figures are apart', () => {
    const own = { data: { ...sample.data, name: 'own data' } };
    const results = [result({ profile: 'study' }, 930), result({ profile: 'paper' }, 800, own)];
    const of = (data: string) => compareWithReport(results, { data, reportedBy: () => 0.76 })[1];
    assert.deepEqual([of('own data').ours!.profile, of('own data').ours!.correct], ['paper', 800]);
    assert.equal(of('own data').verdict, '13.3 points below, on other pictures');
    assert.equal(of('real data').ours!.correct, 930);
    assert.deepEqual([of('generated data').ours, of('generated data').verdict], [undefined, 'not run']);
  });

  it('gives its verdict by rule', () => {
    const paper = { profile: 'paper' } as const;
    assert.equal(verdictOf('sgd', [result(paper, 925)]), 'agrees');
    assert.equal(verdictOf('sgd', [result(paper, 1000)]), '5.6 points above');
    assert.equal(
      verdictOf('sgd', [result(paper, 800)], 0.802),
      "13.3 points below (3 epochs; the report's had 80.2% by then)",
    );
    assert.equal(
      verdictOf('sgd', [result(paper, 800)], 0.76),
      "agrees so far (the report's had 76.0% by then)",
    );
    assert.equal(
      verdictOf('sgd', [result(paper, 800)], 0.7),
      "ahead so far (the report's had 70.0% by then)",
    );
    assert.equal(verdictOf('sgd', [result({}, 800)]), '13.3 points below (quick sizes, 3 epochs)');
    const flat = [2.95, 2.93, 2.92];
    assert.equal(
      verdictOf('bigger', [
        result({ experiment: 'bigger' }, 85, {
          history: { ...sample.history, loss: flat, valLoss: flat },
        }),
      ]),
      'has not begun to learn (3 epochs, loss 2.92, ln 19 is 2.94)',
    );
    const dead = { diagnosis: { kind: 'dead', epoch: 3 } } as const;
    assert.equal(
      verdictOf('adam', [result({ experiment: 'adam' }, 55, dead)]),
      'the same: the network is dead',
    );
    assert.equal(
      verdictOf('adam', [
        result({ experiment: 'adam' }, 55, dead),
        result({ experiment: 'adam', seed: 2 }, 940),
      ]),
      'dead with 1 of 2 seeds; the best of the others reads 88.4%',
    );
    assert.equal(
      verdictOf('bigger', [result({ experiment: 'bigger' }, 55, dead)]),
      '85.7 points below (quick sizes, 3 epochs)',
    );
  });
});

describe('compareRecipes', () => {
  it("sets our other recipes beside the report's figure, those that were run, in the order of the nine", () => {
    const rows = compareRecipes([
      result({ experiment: 'final-scaled', profile: 'paper' }, 1000),
      result({ experiment: 'dropout50-scaled', profile: 'paper' }, 900),
      result({ experiment: 'smaller-scaled', profile: 'paper' }, 900),
    ]);
    assert.deepEqual(
      rows.map(({ experiment, reported, verdict }) => [
        experiment.name,
        experiment.recipeFor,
        reported.accuracy,
        verdict,
      ]),
      [
        ['dropout50-scaled', 'dropout50', 0.92, '7.3 points below (3 epochs)'],
        ['final-scaled', 'final', 0.9391, 'agrees'],
      ],
    );
  });

  it('says of other data how far the figures are apart and no more', () => {
    const own = { data: { ...sample.data, name: 'own data' } };
    const results = [result({ experiment: 'final-scaled' }, 1000, own)];
    assert.deepEqual(compareRecipes(results), []);
    assert.equal(
      compareRecipes(results, { data: 'own data' })[0].verdict,
      '0.2 points above, on other pictures',
    );
  });
});

describe('the findings of the audit', () => {
  it('counts deaths by experiment, slow networks not among them', () => {
    const dead = { diagnosis: { kind: 'dead', epoch: 3 } } as const;
    const slow = { diagnosis: { kind: 'slow', epoch: 9 } } as const;
    const [smaller, bigger] = countDeaths([
      result({ experiment: 'smaller' }, 50, dead),
      result({ experiment: 'smaller', seed: 2 }, 60, dead),
      result({ experiment: 'bigger' }, 70, slow),
      result({ experiment: 'bigger', seed: 2 }, 80, dead),
    ]);
    assert.deepEqual([smaller.died, smaller.runs, bigger.died, bigger.runs], [2, 2, 1, 2]);
    assert.equal(bigger.best, 80 / 1063);
    assert.equal(smaller.interval.high, 1);
  });

  it('counts a run that ended on one class with clipped losses only, and leaves out incomplete ones', () => {
    const confusion = Array.from({ length: 19 }, (_, row) =>
      Array.from({ length: 19 }, (__, at) => (at === 4 ? row + 1 : 0)),
    );
    const end = (valLoss: number): Partial<ExperimentResult> => ({
      confusion,
      history: { ...sample.history, valLoss: [3, 3, valLoss] },
    });
    const clipped = -Math.log(1e-7) * (1 - 108 / 1063);
    const [deaths] = countDeaths([
      result({}, 108, end(clipped)),
      result({ seed: 2 }, 108, end(clipped - 0.1)),
      result({ seed: 3 }, 108, {
        ...end(clipped),
        confusion: sample.confusion.map((row) => row.map(() => 1)),
      }),
      result({ seed: 4 }, 108, { ...end(clipped), complete: false }),
    ]);
    assert.deepEqual([deaths.died, deaths.runs, deaths.epochs], [1, 3, 3]);
  });

  it('measures the maximum against a set it was not taken on, in both roles', () => {
    // Chosen on validation: 0.6 against 0.5; on test: 0.7 against 0.4. Halfway: 0.2.
    const first = result({}, 1, curves([0.4, 0.6, 0.5], [0.7, 0.5, 0.6]));
    const second = result({ seed: 2 }, 1, curves([0.4, 0.6, 0.5], [0.3, 0.6, 0.5]));
    const { values, mean, low, high } = maximumBias([first, second]);
    assert.ok(Math.abs(values[0] - 0.2) < 1e-12 && values[1] === 0);
    assert.ok(Math.abs(mean - 0.1) < 1e-12 && low < 0 && high > 0.2);
    const last = lastAccuracy([first, second]);
    assert.deepEqual(last.values, [0.55, 0.5]);
  });

  it('sets the estimates of whole CAPTCHAs beside their count', () => {
    const last = { epoch: 3, correct: 900, n: 1000 };
    const captchas = { correct: 130, n: 200, positions: [200, 180, 180, 180, 160] };
    const [row] = compareWholeCaptchas([result({}, 1, { last, captchas }), result({}, 1)]);
    assert.ok(Math.abs(row.pToTheFifth - 0.9 ** 5) < 1e-12);
    assert.ok(Math.abs(row.product - 0.9 ** 3 * 0.8) < 1e-12);
    assert.deepEqual([row.correct, row.n], [130, 200]);
  });

  it('finds the counts behind a printed percentage, or that there are none', () => {
    assert.deepEqual(countsBehind(88.52, 1063), [941]);
    assert.deepEqual(countsBehind(10.16, 1063), [108]);
    assert.deepEqual(countsBehind(93.91, 1063), []);
    assert.deepEqual(countsBehind(50, 3, { decimals: 0 }), []);
    assert.deepEqual(countsBehind(100, 7), [7]);
  });
});
