import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { openPeerResults, peerTable } from 'captcha-lab/experiments';
import { temporaryFolder } from '../data/temporaryFolder';

const ROOT = path.resolve(__dirname, '../..');
const shared = { set: 'a', processorSeconds: 0, labels: 0, corrected: null };

describe('the results of other programs', () => {
  it('are a table of counts with their intervals', () => {
    const rows = [
      { ...shared, reader: 'one', texts: { correct: 90, n: 100 }, corrected: { correct: 91, n: 100 } },
      { ...shared, reader: 'two', labels: 400, processorSeconds: 90, texts: { correct: 0, n: 100 } },
    ];
    assert.deepEqual(peerTable({ rows }).slice(1), [
      ['a', 'one', 'nothing', '90/100 = 90.00% (82.6% to 94.5%)', '91/100 = 91.00%'],
      ['a', 'two', '400 labels, 1.5 minutes of processor', '0/100 = 0.00% (0.0% to 3.7%)', '–'],
    ]);
  });

  it('on record can be opened', async () => {
    const { rows, conditions } = await openPeerResults({ from: ROOT });
    assert.ok(rows.length > 0 && conditions.length > 0);
  });

  it('name what is damaged', async (test) => {
    const folder = temporaryFolder(test);
    const row = { ...shared, reader: 'one', texts: { correct: 2, n: 1 } };
    writeFileSync(path.join(folder, 'peers.json'), JSON.stringify({ conditions: 'x', rows: [row] }));
    await assert.rejects(openPeerResults({ folder }), {
      name: 'RangeError',
      message: /peers\.json must hold counts .* rows\.0\.texts: correct must be at most n/,
    });
  });
});
