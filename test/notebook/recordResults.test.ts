import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { recordResults, RESULTS_VARIABLE } from 'captcha-lab/notebook';
import { recordingDisplay } from './recordingDisplay';

const ROW = { id: 'p5', label: 'p⁵', reported: '73.04%', ours: '70.00%' };

describe('recordResults', () => {
  it('shows the rows and appends them to the file that the walkthrough names', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-'));
    try {
      const file = path.join(folder, 'results');
      const display = recordingDisplay();
      const environment = { [RESULTS_VARIABLE]: file };
      recordResults([ROW], { display, environment });
      recordResults([{ ...ROW, id: 'n' }], { display, environment });
      const lines = readFileSync(file, 'utf8').trim().split('\n');
      assert.deepEqual(
        lines.map((line) => JSON.parse(line) as unknown),
        [ROW, { ...ROW, id: 'n' }],
      );
      assert.equal(display.shown[0].text, 'measured  the report  here\np⁵        73.04%      70.00%');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses the same id twice', () => {
    assert.throws(() => {
      recordResults([ROW, ROW], { display: recordingDisplay(), environment: {} });
    }, /two rows have the id "p5"/);
  });
});
