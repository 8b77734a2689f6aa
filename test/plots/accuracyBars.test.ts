import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accuracyBars } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

const BARS = [
  { label: 'measured', value: 0.75, correct: 3, n: 4, interval: { low: 0.5, high: 0.9 } },
  { label: 'report', value: 0.7304, source: 'report' as const },
];

describe('accuracyBars', () => {
  it('states counts where they are known and shares otherwise', () => {
    const figure = accuracyBars(BARS, { title: 'Whole CAPTCHAs' });
    assert.deepEqual(
      figure.layout.annotations?.map(({ text }) => text),
      ['<b>3/4 = 75.00%</b>', '<b>73.04%</b>'],
    );
    assert.equal(figure.description, 'Whole CAPTCHAs: measured 3/4 = 75.00%; report 73.04%.');
    assertPlainJson(figure);
  });

  it('draws whiskers only where an interval is known', () => {
    const figure = accuracyBars(BARS);
    assert.deepEqual(field(figure, 1, 'y'), ['measured']);
    const { array, arrayminus } = field(figure, 1, 'error_x') as Record<string, number[]>;
    assert.deepEqual([array[0].toFixed(2), arrayminus[0].toFixed(2)], ['0.15', '0.25']);
  });

  it("hatches the report's bars", () => {
    const { pattern } = field(accuracyBars(BARS), 0, 'marker') as { pattern: { shape: string[] } };
    assert.deepEqual(pattern.shape, ['', '/']);
  });

  it('draws nothing and everything', () => {
    const ends = [0, 1].map((value) => ({ label: String(value), value }));
    assert.deepEqual(field(accuracyBars(ends), 0, 'x'), [0, 1]);
  });

  it('refuses percentages and an empty list', () => {
    assert.throws(() => accuracyBars([{ label: 'p', value: 94 }]), /value of p must be 0 to 1, got 94/);
    assert.throws(() => accuracyBars([]), /bars is empty/);
  });
});
