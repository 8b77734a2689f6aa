import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeFailure, type Failure } from '../../scripts/notebook/failure';
import { fromText } from '../../scripts/notebook/fromText';

const NOTEBOOK = fromText('# %% [markdown]\ntext\n\n# %%\none();\n\n# %%\na\nb\nc\nd\ne\n');
NOTEBOOK.cells[2].outputs = [
  { output_type: 'stream', name: 'stdout', text: 'chatter' },
  { output_type: 'stream', name: 'stderr', text: 'Error: no\n    at evalmachine.<anonymous>:2:7\n' },
];
const words = (failure: Failure): string => describeFailure('04-x.ipynb', NOTEBOOK, failure);

describe('describeFailure', () => {
  it('names notebook and cell, quotes its first lines and the error without frames', () => {
    assert.equal(
      words({ reason: 'cell', number: 2 }),
      '04-x.ipynb, cell 2 of 2: failed\n    a\n    b\n    c\n    d\n    … 1 more lines\n\nError: no',
    );
  });

  it('tells a kernel that was killed from one that ended by itself', () => {
    assert.match(words({ reason: 'kernel-died', number: 1, code: -9 }), /cell 1 of 2: the kernel was killed/);
    assert.match(words({ reason: 'kernel-died', number: 1, code: 3 }), /ended by itself \(exit code 3\)/);
    assert.match(words({ reason: 'kernel-died', number: 0 }), /before the first cell; "npm run doctor"/);
  });

  it('says what to do about a missing kernel', () => {
    assert.match(words({ reason: 'no-kernel' }), /not registered in \.venv; "npm run setup"/);
  });

  it('quotes a promise that nobody awaited', () => {
    const text = words({ reason: 'promise', number: 1, message: 'UnhandledPromiseRejection: Error: stray' });
    assert.match(text, /cell 1 of 2: a promise that it does not await failed\n {4}one\(\);\n\nUnhandled.*stray$/);
  });
});
