import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { type BenchFile, checkSameMachine, mergeRows, readBench } from '../../scripts/bench/benchFile';
import { temporaryFolder } from '../data/temporaryFolder';
import { benchCase, contestant } from './madeUp';

const one = (name: string, wall: number) =>
  benchCase({ name, contestants: [contestant('captcha-lab', 'ours', [wall])] });
type Row = BenchFile['rows'][number];
const row = (name: string, first: Row['cases'][number], ...others: Row['cases'][number][]): Row => ({
  name,
  cases: [first, ...others],
});
const ORDER = ['first', 'second'].map((name) => ({ name, cases: [{ name: 'a' }, { name: 'b' }] }));

describe('mergeRows', () => {
  it('replaces the cases that were measured and keeps the rest, in the order of the rows', () => {
    const before = [row('second', one('a', 1), one('b', 2))];
    const now = [row('second', one('b', 3)), row('first', one('b', 4))];
    assert.deepEqual(
      mergeRows(before, now, ORDER).map(({ name, cases }) => [
        name,
        cases.map((each) => [each.name, each.contestants[0].repetitions[0].wall]),
      ]),
      [
        ['first', [['b', 4]]],
        [
          'second',
          [
            ['a', 1],
            ['b', 3],
          ],
        ],
      ],
    );
  });

  it('forgets what the benchmark does not know any more', () => {
    const before = [row('old', one('a', 1)), row('first', one('gone', 1))];
    assert.deepEqual(mergeRows(before, [], ORDER), []);
  });
});

describe('readBench', () => {
  it('gives back what was written, and nothing for no file', async (test) => {
    const file = path.join(temporaryFolder(test), 'bench.json');
    assert.equal(await readBench(file), undefined);
    const machine = { processor: 'Abacus', cores: 2, memoryGiB: 4 };
    const written = { machine, node: '20.1.0', rows: [row('first', one('a', 1))] };
    writeFileSync(file, JSON.stringify(written));
    assert.deepEqual(await readBench(file), written);
    writeFileSync(file, JSON.stringify({ ...written, repeats: 4 }));
    await assert.rejects(
      readBench(file),
      /bench\.json is not what `npm run bench` writes .*repeats.*; move it away/s,
    );
  });
});

describe('checkSameMachine', () => {
  it('keeps the numbers of two machines apart', () => {
    const here = { machine: { processor: 'Abacus', cores: 2, memoryGiB: 4 }, node: '20.1.0' };
    checkSameMachine('bench.json', here, structuredClone(here));
    assert.throws(() => {
      checkSameMachine('bench.json', { ...here, node: '22.0.0' }, here);
    }, /bench\.json was measured on Abacus, 2 cores, 4 GiB, Node 22\.0\.0, this is .*Node 20\.1\.0; name another file/);
  });
});
