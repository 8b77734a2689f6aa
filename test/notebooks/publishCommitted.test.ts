import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { committedRuns, statedRun } from '../../scripts/notebook/committedRuns';
import { fromText } from '../../scripts/notebook/fromText';
import { writeNotebook, type Notebook } from '../../scripts/notebook/notebookFile';
import { publishCommitted } from '../../scripts/notebook/publishCommitted';
import { replaceOutput } from '../../scripts/notebook/replaceOutput';
import { recordResults } from 'captcha-lab/notebook';
import { recordingDisplay } from '../notebook/recordingDisplay';
import { temporaryFolder } from '../data/temporaryFolder';

function committed(): Notebook {
  const display = recordingDisplay();
  const rows = [{ id: 'one', label: 'a < b', reported: "the report's", ours: '1/2 = 50.00%' }];
  recordResults(rows, { display, environment: {} });
  const notebook = fromText('# %% [markdown]\n# 1 · A title\n\n# %%\nshow();\n');
  notebook.cells[1].outputs = [
    {
      output_type: 'display_data',
      data: { 'text/plain': ['data     1070 CAPTCHAs drawn by the generator\n', 'profile  quick (minutes)'] },
    },
    { output_type: 'display_data', data: { 'text/html': ['<table><tr><td>other</td></tr></table>'] } },
    { output_type: 'display_data', data: { 'text/html': [display.shown[0].content as string] } },
  ];
  return notebook;
}

describe('committedRuns', () => {
  it('reads the results of a notebook from its table, and nothing from other tables', async (test) => {
    const folder = temporaryFolder(test);
    await writeNotebook(path.join(folder, '01-a.ipynb'), committed());
    const [run] = await committedRuns(folder);
    assert.deepEqual([run.file, run.title, run.state, run.of], ['01-a.ipynb', '1 · A title', 'committed', 1]);
    assert.deepEqual(run.results, [
      { id: '01-1', label: 'a < b', reported: "the report's", ours: '1/2 = 50.00%' },
    ]);
  });

  it('knows what the notebooks say that they were run with', () => {
    assert.deepEqual(statedRun([fromText('# %%\n1;\n'), committed()]), { profile: 'quick', count: 1070 });
    assert.equal(statedRun([fromText('# %%\n1;\n')]), undefined);
  });
});

describe('publishCommitted', () => {
  it('does not replace the output of a real run, and says how to', async (test) => {
    const root = temporaryFolder(test);
    const [out, work] = [path.join(root, 'out'), path.join(root, 'work')];
    await replaceOutput(out, new Map([['index.html', 'real']]), { work });
    // The refusal comes before anything is read.
    const places = { out, work, cache: root, folder: path.join(root, 'none'), python: '' };
    await assert.rejects(publishCommitted(places), /out\/ holds the results of `npm start`; `npm run site -- --force`/);
    assert.equal(readFileSync(path.join(out, 'index.html'), 'utf8'), 'real');
    await assert.rejects(publishCommitted({ ...places, force: true }), { code: 'ENOENT' });
    await replaceOutput(out, new Map([['index.html', 'shown']]), { work, source: 'repository' });
    await assert.rejects(publishCommitted(places), { code: 'ENOENT' });
  });
});
