import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { greyImage } from 'captcha-lab/image';
import { columnHeatMap } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

const labels = ['a', 'b', 'none'];
const columns = { steps: 2, classes: 3, values: Float64Array.of(0.7, 0.2, 0.1, 0, 0.25, 0.75) };

describe('columnHeatMap', () => {
  it('has a row for each class and a cell for each column', () => {
    const figure = columnHeatMap(columns, { labels });
    assert.deepEqual(field(figure, 0, 'z'), [
      [0.7, 0],
      [0.2, 0.25],
      [0.1, 0.75],
    ]);
    assert.deepEqual(field(figure, 0, 'y'), labels);
    assertPlainJson(figure);
  });

  it('names the columns that name a character, in the figure and in words', () => {
    const { layout, description } = columnHeatMap(columns, { labels });
    assert.deepEqual(
      layout.annotations?.map(({ text, x }) => [text, x]),
      [['a', 0.5]],
    );
    assert.match(description, /2 columns, 3 classes; columns that name a character: a at 1 \(70 %\)\./);
    const nothing = columnHeatMap({ steps: 1, classes: 3, values: [0, 0, 1] }, { labels });
    assert.match(nothing.description, /no column names a character/);
  });

  it('lays columns under the pixels of the picture that they look at', () => {
    const picture = greyImage(8, 1, Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7));
    const figure = columnHeatMap(columns, { labels, picture });
    assert.deepEqual(field(figure, 0, 'x'), [2, 6]);
    assert.deepEqual(figure.layout.xaxis?.range, [0, 8]);
    assert.equal(figure.layout.images?.length, 1);
    assert.equal(columnHeatMap(columns, { labels }).layout.images, undefined);
  });

  it('refuses labels and values that do not match, and what is no probability', () => {
    assert.throws(() => columnHeatMap(columns, { labels: ['a', 'b'] }), /one name per class \(3\), got 2/);
    assert.throws(
      () => columnHeatMap({ ...columns, steps: 3 }, { labels }),
      /3 columns x 3 classes = 9 values, got 6/,
    );
    assert.throws(
      () => columnHeatMap({ steps: 1, classes: 3, values: [0, 2, 0] }, { labels }),
      /probabilities from 0 to 1, got 2/,
    );
  });
});
