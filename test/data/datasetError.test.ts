import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DatasetError } from 'captcha-lab/data';

const problem = (file: string) => ({ file, rule: 'must be good', received: 'bad', remedy: 'Mend it.' });

describe('DatasetError', () => {
  it('puts one problem on one line', () => {
    const error = new DatasetError('Pictures', [problem('a.png')], { advice: 'Or skip it.' });
    assert.equal(error.message, 'Pictures: a.png: must be good, got bad. Mend it. Or skip it.');
    assert.equal(error.name, 'DatasetError');
  });

  it('lists all of ten problems, and the first ten of twelve', () => {
    const files = Array.from({ length: 12 }, (_, index) => `${index}.png`);
    const lines = files.map((file) => `  ${file}: must be good, got bad. Mend it.`);
    assert.equal(
      new DatasetError('Pictures', files.slice(0, 10).map(problem)).message,
      ['Pictures: 10 problems', ...lines.slice(0, 10)].join('\n'),
    );
    const error = new DatasetError('Pictures', files.map(problem), { advice: 'Or skip them.' });
    assert.equal(
      error.message,
      ['Pictures: 12 problems', ...lines.slice(0, 10), '  and 2 more', 'Or skip them.'].join('\n'),
    );
    assert.deepEqual(
      error.problems.map(({ file }) => file),
      files,
    );
  });
});
