import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accuracyAgainstCost, type CostPoint } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

const POINTS: CostPoint[] = [
  { label: 'II', parameters: 8e6, multiplyAdds: 7e8, value: 0.88, source: 'report' },
  { label: 'III', parameters: 8e6, multiplyAdds: 7e8, value: 0.92, source: 'report' },
  { label: 'IV', parameters: 8e6, multiplyAdds: 7e8, value: 0.925, source: 'report' },
  { label: 'II', parameters: 5e5, multiplyAdds: 5e7, value: 0.84, interval: { low: 0.82, high: 0.86 } },
];

describe('accuracyAgainstCost', () => {
  it('draws both costs in millions, ours apart from the report by colour and shape', () => {
    const figure = accuracyAgainstCost(POINTS);
    assert.deepEqual(field(figure, 0, 'x'), [8, 8, 8]);
    assert.deepEqual(field(figure, 1, 'x'), [0.5]);
    assert.deepEqual(field(figure, 2, 'x'), [700, 700, 700]);
    assert.deepEqual(
      [0, 2].map((index) => field(figure, index, 'xaxis')),
      [undefined, 'x2'],
    );
    const [theirs, ours] = [0, 1].map(
      (index) => field(figure, index, 'marker') as { color: string; symbol: string },
    );
    assert.notEqual(theirs.color, ours.color);
    assert.notEqual(theirs.symbol, ours.symbol);
    assertPlainJson(figure);
  });

  it('writes the labels of points that lie on each other once', () => {
    assert.deepEqual(field(accuracyAgainstCost(POINTS), 0, 'text'), ['II', 'III, IV', '']);
  });

  it('places labels beside points, but above and below where costs are equal', () => {
    const figure = accuracyAgainstCost(POINTS);
    assert.deepEqual(field(figure, 0, 'textposition'), ['bottom center', 'top center', 'top center']);
    assert.deepEqual(field(figure, 1, 'textposition'), ['middle left']);
  });

  it('draws whiskers where an interval is known only', () => {
    const figure = accuracyAgainstCost(POINTS);
    const whiskers = [0, 1].map(
      (index) => field(figure, index, 'error_y') as { visible: boolean; array: number[] },
    );
    assert.deepEqual(
      whiskers.map(({ visible }) => visible),
      [false, true],
    );
    assert.ok(Math.abs(whiskers[1].array[0] - 0.02) < 1e-12);
  });

  it('keeps all points within the axes', () => {
    const { xaxis } = accuracyAgainstCost(POINTS).layout;
    const [low, high] = xaxis?.range as [number, number];
    assert.ok(low < Math.log10(0.5) && high > Math.log10(8));
    assert.deepEqual(xaxis?.tickvals, [0.5, 1, 2, 5, 10]);
  });

  it('refuses no points and points off the axes', () => {
    assert.throws(() => accuracyAgainstCost([]), /points is empty/);
    assert.throws(() => accuracyAgainstCost([{ ...POINTS[0], parameters: 0 }]), /II must have costs above 0/);
    assert.throws(
      () => accuracyAgainstCost([{ ...POINTS[0], value: 1.2 }]),
      /got 8000000, 700000000 and 1.2/,
    );
  });
});
