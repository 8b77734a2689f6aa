import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseNotebooks } from '../../scripts/notebook/listNotebooks';

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
