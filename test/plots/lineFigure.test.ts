import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { COLOURS, lineFigure } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

const AXES = { xTitle: 'threshold', yTitle: 'variance' };
const style = (figure: ReturnType<typeof lineFigure>, trace: number): { color: string; dash?: string } =>
  field(figure, trace, 'line') as { color: string; dash?: string };

describe('lineFigure', () => {
  it('numbers the values from 0 where no x is given', () => {
    assert.deepEqual(field(lineFigure([{ name: 'one', y: [5, null, 7] }], AXES), 0, 'x'), [0, 1, 2]);
  });

  it('gives our series colours and dashes of their own, and the report grey', () => {
    const figure = lineFigure(
      [
        { name: 'report', y: [1], source: 'report' },
        { name: 'one', y: [1] },
        { name: 'two', y: [1] },
      ],
      { ...AXES, marks: [{ x: 3, label: 't = 3' }] },
    );
    assert.equal(style(figure, 0).color, COLOURS.report);
    assert.deepEqual([style(figure, 1).dash, style(figure, 2).dash], ['solid', 'dash']);
    assert.equal(figure.layout.annotations?.[0].text, 't = 3');
    assertPlainJson(figure);
  });

  it('refuses no series, and x and y of different lengths', () => {
    assert.throws(() => lineFigure([], AXES), /series is empty/);
    assert.throws(
      () => lineFigure([{ name: 'a', x: [1], y: [1, 2] }], AXES),
      /a has 1 values x but 2 values y/,
    );
  });
});
