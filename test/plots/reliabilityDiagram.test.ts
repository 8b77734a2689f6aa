import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wilsonInterval, type CalibrationBin } from 'captcha-lab/metrics';
import { reliabilityDiagram } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

const BINS: CalibrationBin[] = [
  { low: 0, high: 0.5, n: 0, correct: 0, confidence: null, accuracy: null },
  { low: 0.5, high: 0.75, n: 4, correct: 2, confidence: 0.75, accuracy: 0.5 },
  { low: 0.75, high: 1, n: 1, correct: 1, confidence: 1, accuracy: 1 },
];

describe('reliabilityDiagram', () => {
  it('draws accuracy against confidence for each bin that has examples', () => {
    const figure = reliabilityDiagram(BINS);
    assert.deepEqual(
      [field(figure, 1, 'x'), field(figure, 1, 'y')],
      [
        [0.75, 1],
        [0.5, 1],
      ],
    );
    assertPlainJson(figure);
  });

  it('draws the diagonal, told from the points without colour', () => {
    const figure = reliabilityDiagram(BINS);
    assert.deepEqual(
      [field(figure, 0, 'x'), field(figure, 0, 'y')],
      [
        [0, 1],
        [0, 1],
      ],
    );
    assert.equal((field(figure, 0, 'line') as { dash: string }).dash, 'dash');
  });

  it("gives each point Wilson's interval", () => {
    const { array, arrayminus } = field(reliabilityDiagram(BINS), 1, 'error_y') as Record<string, number[]>;
    const { low, high } = wilsonInterval(2, 4);
    assert.ok(Math.abs(array[0] - (high - 0.5)) < 1e-12 && Math.abs(arrayminus[0] - (0.5 - low)) < 1e-12);
    assert.equal(array[1], 0);
  });

  it('counts the examples of each bin on an axis of its own, with room for the highest number', () => {
    const figure = reliabilityDiagram(BINS);
    assert.deepEqual(field(figure, 2, 'y'), [0, 4, 1]);
    assert.deepEqual(field(figure, 2, 'x'), [0.25, 0.625, 0.875]);
    assert.deepEqual(field(figure, 2, 'text'), ['', '4', '1']);
    assert.equal(field(figure, 2, 'yaxis'), 'y2');
    assert.deepEqual(figure.layout.yaxis2?.range, [0, 5]);
  });

  it('leaves out numbers that would be written over each other', () => {
    const many = Array.from({ length: 20 }, (_, bin) => {
      return {
        low: bin / 20,
        high: (bin + 1) / 20,
        n: 1,
        correct: 1,
        confidence: (bin + 1) / 20,
        accuracy: 1,
      };
    });
    assert.deepEqual(new Set(field(reliabilityDiagram(many), 2, 'text') as string[]), new Set(['']));
  });

  it('states the expected calibration error in the figure and in words', () => {
    // 4/5 x |0.5 - 0.75| + 1/5 x 0.
    const figure = reliabilityDiagram(BINS);
    assert.match(figure.layout.annotations?.[0].text ?? '', /calibration error 20\.00 %.*5 examples/);
    assert.match(figure.description, /error 20\.00 % over 5 examples; 50 % to 75 %: says 75 %, 2\/4 = 50 %;/);
  });

  it('refuses bins without examples and bins that contradict themselves', () => {
    assert.throws(() => reliabilityDiagram([]), /bins hold no example/);
    assert.throws(() => reliabilityDiagram([BINS[0]]), /bins hold no example/);
    const bad: Partial<CalibrationBin>[] = [
      { correct: 5 },
      { n: 3.5 },
      { accuracy: 50 },
      { accuracy: 0.9 },
      { confidence: 0.05 },
      { accuracy: null },
      { confidence: NaN },
      { high: 0.5 },
    ];
    for (const change of bad) {
      assert.throws(
        () => reliabilityDiagram([{ ...BINS[1], ...change }]),
        /the bin from 0\.5 to .* must have counts and shares/,
        JSON.stringify(change),
      );
    }
  });
});
