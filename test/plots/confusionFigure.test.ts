import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { confusionFigure } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

describe('confusionFigure', () => {
  const confusion = [
    [3, 1, 0],
    [0, 2, 0],
    [0, 0, 0],
  ];

  it('colours each row by its shares and writes the counts, zeros left blank', () => {
    const figure = confusionFigure(confusion, { labels: 'abc' });
    assert.deepEqual(field(figure, 0, 'z'), [
      [0.75, 0.25, 0],
      [0, 1, 0],
      [0, 0, 0],
    ]);
    assert.deepEqual(field(figure, 0, 'text'), [
      ['3', '1', ''],
      ['', '2', ''],
      ['', '', ''],
    ]);
    assert.match(figure.description, /5 of 6 on the diagonal, 83.33 %/);
    assertPlainJson(figure);
  });

  it('shows the recall of each class, a dash where the class did not occur', () => {
    assert.deepEqual(field(confusionFigure(confusion, { labels: 'abc' }), 1, 'text'), [
      ['75%'],
      ['100%'],
      ['–'],
    ]);
  });

  it('says so when nothing was counted', () => {
    assert.match(confusionFigure([[0]], { labels: 'a' }).description, /0 of 0 on the diagonal\.$/);
  });

  it('refuses a matrix that is not square, and labels that do not match it', () => {
    assert.throws(() => confusionFigure([[1, 2]], { labels: 'ab' }), /must be square/);
    assert.throws(() => confusionFigure([], { labels: '' }), /must be square and not empty/);
    assert.throws(() => confusionFigure(confusion, { labels: ['a'] }), /labels must name 3 classes, got 1/);
  });
});
