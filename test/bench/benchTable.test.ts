import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BenchFile } from '../../scripts/bench/benchFile';
import { benchConditions, benchTable } from '../../scripts/bench/benchTable';
import { benchCase, contestant } from './madeUp';

const FILE: BenchFile = {
  machine: { processor: 'Abacus', cores: 2, memoryGiB: 4 },
  node: '20.1.0',
  rows: [
    {
      name: 'training',
      cases: [
        benchCase({
          name: '1x10',
          target: { ratio: 1.5, peakShare: 0.6 },
          flopsPerExample: 1e9,
          contestants: [
            contestant('captcha-lab', 'ours', [2, 2, 2], { examples: 100 }),
            { ...contestant('fit', 'peer', [4, 3, 6], { examples: 100 }), versions: { keras: '3.0' } },
            contestant('XLA', 'peer', [5, 5, 5], { examples: 100 }),
            contestant('products', 'peak', [1], { gflops: 100 }),
          ],
        }),
      ],
    },
    {
      name: 'prediction',
      cases: [
        benchCase({
          name: 'latency',
          measure: 'medianMs',
          target: { ratio: 2 },
          contestants: [
            contestant('captcha-lab', 'ours', [1], { medianMs: 8, p99Ms: 12.5 }),
            contestant('predict', 'peer', [1], { medianMs: 40, p99Ms: 100 }),
          ],
        }),
      ],
    },
    {
      name: 'setup',
      cases: [
        benchCase({
          name: 'all',
          contestants: [contestant('captcha-lab', 'ours', [95.4], { bytes: { a: 1.2e9, b: 3e7 } })],
        }),
      ],
    },
    {
      name: 'memory',
      cases: [
        benchCase({
          name: 'training',
          measure: 'peakMiB',
          target: { peakMiB: 1430.5 },
          contestants: [contestant('captcha-lab', 'ours', [1], { peakMiB: 400.4 })],
        }),
      ],
    },
  ],
};

describe('benchTable', () => {
  it('has a line for each case, in its own unit', () => {
    assert.deepEqual(benchTable(FILE).split('\n'), [
      '|  | Ours | Others | Times as fast (range) | In processor seconds | Target |',
      '| --- | --- | --- | --- | --- | --- |',
      '| training 1x10 | 50.0 a second | **fit: 25.0 a second**; XLA: 20.0 a second | 2.00 x (1.50 to 3.00) | 2.00 x | ' +
        'at least 1.5 x, at least 60% of the peak (50%): missed |',
      '| prediction latency | 8.00 ms, 99th 12.5 ms | predict: 40.0 ms, 99th 100 ms | 5.00 x (5.00 to 5.00) | 1.00 x | ' +
        'at least 2 x: met |',
      '| setup | 95.4 s, 1.23 GB | – | – | – | – |',
      '| memory training | 400 MiB | – | – | – | at most 1431 MiB: met |',
    ]);
  });

  it('says of a target without its peer that it was not measured', () => {
    const [ours] = FILE.rows[0].cases[0].contestants;
    const alone = benchCase({ target: { ratio: 1 }, contestants: [ours] });
    assert.match(
      benchTable({ rows: [{ name: 'training', cases: [alone] }] }),
      /at least 1 x: not measured \|$/,
    );
  });
});

describe('benchConditions', () => {
  it('names machine, rounds and versions', () => {
    assert.equal(
      benchConditions(FILE),
      'Measured: medians of 3 rounds in turn, prediction, setup, memory once; on Abacus, 2 cores, 4 GiB; node 20.1.0, keras 3.0.',
    );
  });
});
