import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineFigure } from 'captcha-lab/plots';

const AXES = { xTitle: 'layer', yTitle: 'spread' };

describe('lineFigure', () => {
  it('labels the places it is told to, and no halves between them', () => {
    const xTicks = [1, 2].map((x) => ({ x, label: `layer ${x}` }));
    const { xaxis } = lineFigure([{ name: 'a', x: [1, 2], y: [3, 4] }], { ...AXES, xTicks }).layout;
    assert.deepEqual(xaxis?.tickvals, [1, 2]);
    assert.deepEqual(xaxis.ticktext, ['layer 1', 'layer 2']);
  });

  it('has a logarithmic axis for what is above 0 only', () => {
    const { yaxis } = lineFigure([{ name: 'a', y: [1, 100] }], { ...AXES, scale: 'log' }).layout;
    assert.equal(yaxis?.type, 'log');
    assert.throws(() => lineFigure([{ name: 'a', y: [0] }], { ...AXES, scale: 'log' }), /must be above 0/);
  });
});
