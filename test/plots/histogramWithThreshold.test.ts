import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { histogramWithThreshold } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

describe('histogramWithThreshold', () => {
  const counts = Uint32Array.from([4, 1, 0, 7]);

  it('counts the threshold itself as ink', () => {
    const figure = histogramWithThreshold(counts, { threshold: 1 });
    assert.deepEqual(
      [field(figure, 0, 'x'), field(figure, 0, 'y')],
      [
        [0, 1],
        [4, 1],
      ],
    );
    assert.deepEqual(
      [field(figure, 1, 'x'), field(figure, 1, 'y')],
      [
        [2, 3],
        [0, 7],
      ],
    );
    assert.match(figure.description, /of 12 grey values: 5 up to the threshold 1/);
    assertPlainJson(figure);
  });

  it('draws the line between the two sides', () => {
    const { shapes } = histogramWithThreshold(counts, { threshold: 1 }).layout;
    assert.deepEqual([shapes?.[0].x0, shapes?.[0].x1], [1.5, 1.5]);
  });

  it('draws a criterion against an axis of its own', () => {
    const figure = histogramWithThreshold(counts, {
      threshold: 1,
      criterion: { name: 'variance', values: [0, 1, 2, 0] },
    });
    assert.equal(field(figure, 2, 'yaxis'), 'y2');
    assert.ok(figure.layout.yaxis2);
    assertPlainJson(figure);
  });

  it('takes the lowest and the highest value as a threshold', () => {
    const sides = [0, 3].map((threshold) => field(histogramWithThreshold(counts, { threshold }), 0, 'x'));
    assert.deepEqual(sides, [[0], [0, 1, 2, 3]]);
  });

  it('refuses a threshold outside the values and an empty histogram', () => {
    assert.throws(() => histogramWithThreshold(counts, { threshold: 4 }), /threshold must be 0 to 3, got 4/);
    assert.throws(() => histogramWithThreshold(counts, { threshold: NaN }), /got NaN/);
    assert.throws(() => histogramWithThreshold([], { threshold: 0 }), /counts is empty/);
  });
});
