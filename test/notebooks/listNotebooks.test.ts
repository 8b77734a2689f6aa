import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { chooseNotebooks, listNotebooks } from '../../scripts/notebook/listNotebooks';

const ALL = [1, 2, 3, 5].map((number) => ({ number, file: `0${number}-x.ipynb` }));
const numbers = (only?: string): number[] => chooseNotebooks(ALL, only).map(({ number }) => number);

describe('chooseNotebooks', () => {
  it('takes all, single numbers and ranges, always in the order of the walkthrough', () => {
    assert.deepEqual(numbers(), [1, 2, 3, 5]);
    assert.deepEqual(numbers('5,1'), [1, 5]);
    assert.deepEqual(numbers(' 2 - 3 ,3'), [2, 3]);
  });

  it('names what it does not understand and what does not exist', () => {
    assert.throws(() => numbers('first'), /--only takes numbers such as 1,3 or 2-4, got "first"/);
    assert.throws(() => numbers(''), /got ""/);
    assert.throws(() => numbers('4'), /there is no notebook 4; there are 1, 2, 3, 5/);
    assert.throws(() => numbers('3-2'), /there is no notebook in that range/);
  });
});

describe('listNotebooks', () => {
  it('lists the numbered notebooks in order, and refuses a number given twice', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-'));
    const add = (...files: string[]): void => {
      for (const file of files) writeFileSync(path.join(folder, file), '{}');
    };
    try {
      add('10-b.ipynb', '02-a.ipynb', 'answers.ipynb', '1-x.ipynb', '03-x.txt');
      assert.deepEqual(await listNotebooks(folder), [
        { number: 2, file: '02-a.ipynb' },
        { number: 10, file: '10-b.ipynb' },
      ]);
      add('10-c.ipynb');
      await assert.rejects(listNotebooks(folder), /10-c\.ipynb has the number of another notebook/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
