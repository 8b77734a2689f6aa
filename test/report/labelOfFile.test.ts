import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DatasetError } from 'captcha-lab/data';
import { labelOfFile } from 'captcha-lab/report';

describe('labelOfFile', () => {
  it('takes the first five characters, without folder and extension', () => {
    assert.equal(labelOfFile('226md.png'), '226md');
    assert.equal(labelOfFile('some/226.folder/nw4x8-2.JPG'), 'nw4x8');
    assert.equal(labelOfFile('C:\\captchas\\226md.png'), '226md');
    assert.equal(labelOfFile('226md'), '226md');
  });

  it('reads the misnamed picture as the report did, or as it shows', () => {
    assert.equal(labelOfFile('3bnfnd.png'), '3bnfn');
    assert.equal(labelOfFile('3bnfnd.png', { rule: 'report' }), '3bnfn');
    assert.equal(labelOfFile('3bnfnd.png', { rule: 'corrected' }), '3bfnd');
    assert.equal(labelOfFile('226mdx.png', { rule: 'corrected' }), '226md');
  });

  it('names the file, the rule and the remedy of a bad name', () => {
    const bad: [string, RegExp][] = [
      [
        '226m.png',
        /226m\.png: the name must begin with 5 characters, the label, got '226m' \(4\)\. Name the file/,
      ],
      ['.png', /got '' \(0\)/],
      ['226ma.png', /226ma\.png: the label, the first 5 characters, must be of 2345678bcdefgmnpwxy, got 'a'/],
      ['226m\u{1f600}x.png', /got '\u{1f600}'/u],
      ['226MD.png', /got 'M'\. Labels are lower case: if the picture reads '226md', rename the file\./],
      ['226MA.png', /got 'M'\. Name the file/],
    ];
    for (const [file, message] of bad) {
      assert.throws(
        () => labelOfFile(file),
        (error: unknown) =>
          error instanceof DatasetError && error.problems[0].file === file && message.test(error.message),
        file,
      );
    }
  });

  it('refuses an unknown rule', () => {
    assert.throws(
      // @ts-expect-error: not a rule
      () => labelOfFile('226md.png', { rule: 'first' }),
      /TypeError: labelOfFile: rule must be 'report' or 'corrected', got "first"/,
    );
  });
});
