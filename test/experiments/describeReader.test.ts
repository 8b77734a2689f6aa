import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  defenceRows,
  judgeReadings,
  readerByLabels,
  readerErrors,
  transferByLabels,
  type ReaderResults,
} from 'captcha-lab/experiments';
import { KNOBS } from 'captcha-lab/generator';
import { wilsonInterval } from 'captcha-lab/metrics';

type Calibrated = ReaderResults['calibrated'][number];
type Arm = ReaderResults['arms'][number];

const reading = (label: string, read: string, confidence: number): Calibrated['readings'][number] => ({
  label,
  read,
  confidence,
  characters: [1, 1, 1, 1, 1],
});
const readings = [
  reading('22222', '22222', 1),
  reading('cx3wg', 'ex3wg', 0.6),
  reading('cdcb3', 'edcb3', 0.9),
  reading('wgnwp', 'wgnwp', 0.8),
];
const calibrated = [{ arm: 'tuned', readings } as unknown as Calibrated];
const disagreements = [{ label: 'cdcb3', read: 'edcb3', misfitOfLabel: 9, misfitOfRead: 4 }];

describe('readerErrors', () => {
  it('tells wrong names from misreadings, the surest first', () => {
    const errors = readerErrors({ calibrated, disagreements }, 'tuned');
    assert.deepEqual(
      errors.map(({ label, shows, verdict }) => [label, shows, verdict]),
      [
        ['cdcb3', 'edcb3', 'the name is wrong'],
        // Reads what the name says, and the name is wrong.
        ['wgnwp', 'wgmwp', 'misread'],
        ['cx3wg', 'cx3wg', 'misread'],
      ],
    );
    assert.deepEqual(
      errors.map(({ misfitOfLabel, misfitOfRead }) => [misfitOfLabel, misfitOfRead]),
      [
        [9, 4],
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
  });

  it('are none for an arm that is not on record', () => {
    assert.deepEqual(readerErrors({ calibrated, disagreements }, 'generated'), []);
  });
});

describe('judgeReadings', () => {
  it('judges by corrected names, or by names as they are', () => {
    const { confidences, correct } = judgeReadings(readings);
    assert.deepEqual(confidences, [1, 0.6, 0.9, 0.8]);
    assert.deepEqual(correct, [true, false, true, false]);
    assert.deepEqual(judgeReadings(readings, { names: 'as they are' }).correct, [true, false, false, true]);
  });
});

const arm = (which: Arm['arm'], labels: number | null, folds: number[], correct: number): Arm => {
  const captchas = { correct, n: 214 * folds.length };
  const characters = { correct: 5 * correct, n: 5 * captchas.n };
  const corrected = { characters, captchas };
  return { arm: which, labels, folds, captchas, characters, corrected, outsideDevelopment: null, seconds: 1 };
};

describe('readerByLabels', () => {
  it("puts the reader of generated pictures at 0 and an arm without a number at all of a fold's", () => {
    const series = readerByLabels({
      folds: 5,
      arms: [
        arm('tuned', null, [1, 2, 3, 4, 5], 1060),
        arm('tuned', 50, [1, 2], 420),
        arm('generated', null, [1, 2, 3, 4, 5], 1040),
        arm('unlabelled', null, [1, 2, 3, 4, 5], 1061),
        arm('real', 10, [1], 0),
      ],
    });
    assert.deepEqual(
      series.map(({ name, points }) => [name, points.map(({ size, correct, n }) => [size, correct, n])]),
      [
        [
          'generated pictures first',
          [
            [0, 1040, 1070],
            [50, 420, 428],
            [856, 1060, 1070],
          ],
        ],
        ['from scratch', [[10, 0, 214]]],
      ],
    );
    assert.deepEqual(series[0].points[1].interval, wilsonInterval(420, 428));
  });

  it('leaves out what is not on record', () => {
    assert.deepEqual(readerByLabels({ folds: 5, arms: [] }), []);
  });
});

describe('transferByLabels', () => {
  it('has a series for each source on record, from few labels to many', () => {
    const series = transferByLabels({
      transfer: [
        { source: 'generated', labels: 10, folds: [1], correct: 8, n: 10 },
        { source: 'generated', labels: 0, folds: [1], correct: 7, n: 10 },
        { source: 'scratch', labels: 10, folds: [1], correct: 2, n: 10 },
      ],
    });
    assert.deepEqual(
      series.map(({ name, points }) => [name, points.map(({ size, value }) => [size, value])]),
      [
        ['from scratch', [[10, 0.2]]],
        [
          'layers from generated characters',
          [
            [0, 0.7],
            [10, 0.8],
          ],
        ],
      ],
    );
  });
});

describe('defenceRows', () => {
  const count = { correct: 1, n: 2 };
  const measured = (knobs: string[], adapted: boolean): ReaderResults['defence'][number] => ({
    knobs,
    adapted,
    characters: count,
    captchas: count,
  });

  it('lays before beside after, as it is first and all knobs last', () => {
    const rows = defenceRows({
      defence: [
        measured([...KNOBS], false),
        measured(['overlap'], true),
        measured(['overlap'], false),
        measured([], false),
      ],
    });
    assert.deepEqual(
      rows.map(({ setting, before, after }) => [setting, before !== undefined, after !== undefined]),
      [
        ['the generator as it is', true, false],
        ['overlap', true, true],
        ['all of them', true, false],
      ],
    );
    assert.deepEqual(rows[1].after?.captchas, count);
  });

  it('has no row for what is not on record', () => {
    assert.deepEqual(defenceRows({ defence: [] }), []);
  });
});
