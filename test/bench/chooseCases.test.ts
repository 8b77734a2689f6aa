import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { benchRows } from '../../scripts/bench/benchRows';
import { chooseCases } from '../../scripts/bench/chooseCases';

const ROWS = benchRows({ folder: '', name: '' });
const names = (flags: Parameters<typeof chooseCases>[1]): string[] =>
  chooseCases(ROWS, flags).flatMap(({ name, cases }) => cases.map((one) => `${name} ${one.name}`));

describe('chooseCases', () => {
  it('takes all, rows, cases of rows, and cases of any row', () => {
    assert.equal(names({}).length, ROWS.flatMap(({ cases }) => cases).length);
    assert.deepEqual(names({ only: ['grad-cam', 'preprocessing'] }), ['preprocessing all', 'grad-cam all']);
    assert.deepEqual(names({ only: ['training'], cases: ['1x128', '1/8x10'] }), [
      'training 1/8x10',
      'training 1x128',
    ]);
    assert.deepEqual(names({ cases: ['1-bulk'] }), ['prediction 1-bulk']);
  });

  it('names the ones there are', () => {
    assert.throws(
      () => names({ only: ['training', 'trainign'] }),
      /^Error: --only must be of preprocessing, augmentation, .*memory, got "trainign"\.$/,
    );
    assert.throws(
      () => names({ only: ['prediction'], cases: ['1x10'] }),
      /^Error: --case must be of 1\/4-latency, .*1-bulk, got "1x10"\.$/,
    );
  });
});

describe('benchRows', () => {
  it('trains every width with every batch, and asks most of the full width', () => {
    const { cases } = ROWS.find(({ name }) => name === 'training')!;
    assert.equal(cases.length, 12);
    const strict = cases.filter(({ target }) => target?.ratio === 1.5 && target.peakShare === 0.6);
    assert.deepEqual(
      strict.map(({ name, contestants }) => [name, contestants.some(({ role }) => role === 'peak')]),
      [
        ['1x10', true],
        ['1x32', true],
        ['1x128', true],
      ],
    );
  });

  it('has names that are told apart, one of ours first in each case, and peers that it names', () => {
    assert.equal(new Set(names({})).size, names({}).length);
    for (const { contestants, against } of ROWS.flatMap(({ cases }) => cases)) {
      assert.deepEqual(
        [contestants[0].role, contestants.filter(({ role }) => role === 'ours').length],
        ['ours', 1],
      );
      if (against !== undefined) assert.ok(contestants.some(({ name }) => name === against));
    }
  });
});
