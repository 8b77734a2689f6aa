import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { speedRatios } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

const FAST = { label: 'prediction', value: 2, low: 1.5, high: 2.25, target: 2 };
const SLOW = { label: 'training', value: 0.5, low: 0.25, high: 0.625 };

describe('speedRatios', () => {
  it('tells what is slower by a hollow dot, and says all in words', () => {
    const figure = speedRatios([SLOW, FAST], { title: 'Speed' });
    const symbols = [0, 1].map((trace) => (field(figure, trace, 'marker') as { symbol: string }).symbol);
    assert.deepEqual(symbols, ['circle', 'circle-open']);
    assert.deepEqual([field(figure, 0, 'y'), field(figure, 1, 'y')], [['prediction'], ['training']]);
    assert.equal(field(speedRatios([{ ...SLOW, value: 1, high: 1 }]), 0, 'name'), 'at least as fast');
    assert.equal(figure.description, 'Speed: training 0.50 times; prediction 2.00 times.');
    assertPlainJson(figure);
  });

  it('draws whiskers from the slowest to the fastest round', () => {
    const { array, arrayminus } = field(speedRatios([FAST]), 0, 'error_x') as Record<string, number[]>;
    assert.deepEqual([array, arrayminus], [[0.25], [0.5]]);
  });

  it('keeps the order of the list, though slower ones are a series of their own', () => {
    const { yaxis } = speedRatios([SLOW, FAST]).layout;
    assert.deepEqual(yaxis?.categoryarray, ['training', 'prediction']);
  });

  it('marks targets where there are any', () => {
    assert.deepEqual(field(speedRatios([SLOW, FAST]), 2, 'x'), [2]);
    assert.deepEqual([speedRatios([SLOW]).data.length, speedRatios([FAST]).data.length], [1, 2]);
  });

  it('shows all whiskers, targets and 1 whatever the ratios', () => {
    for (const ratios of [[SLOW], [FAST], [{ label: 'far', value: 40, low: 30, high: 90 }]]) {
      const [least, most] = (speedRatios(ratios).layout.xaxis?.range ?? []) as number[];
      for (const { low, high } of ratios) {
        assert.ok(10 ** least < Math.min(low, 1) && 10 ** most > Math.max(high, 1), ratios[0].label);
      }
    }
  });

  it('refuses an empty list and what has no logarithm', () => {
    assert.throws(() => speedRatios([]), /ratios is empty/);
    assert.throws(
      () => speedRatios([{ ...FAST, low: 0 }]),
      /prediction must have .* got 2, 0 to 2\.25 and 2\./,
    );
    assert.throws(() => speedRatios([{ ...FAST, low: 3 }]), /range from low to high/);
    assert.throws(() => speedRatios([{ ...FAST, value: NaN }]), /got NaN/);
  });
});
