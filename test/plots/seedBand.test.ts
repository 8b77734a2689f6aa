import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { curvesFigure, type CurvesRun } from 'captcha-lab/plots';

const bandsOf = (...runs: CurvesRun[]): unknown[] =>
  curvesFigure([{ title: 'a', caption: 'b', runs }]).data.filter((trace) => 'fill' in trace);

describe('the band of seeds in curvesFigure', () => {
  it('lies between the lowest and the highest, as far as all runs go', () => {
    const [band] = bandsOf(
      { name: 'seed 1', validation: [0.1, 0.5, 0.9] },
      { name: 'seed 2', validation: [0.2, 0.4] },
    ) as { x: number[]; y: number[] }[];
    assert.deepEqual(band.x, [1, 2, 2, 1]);
    assert.deepEqual(band.y, [0.2, 0.5, 0.4, 0.1]);
  });

  it('is not drawn for a single run', () => {
    assert.deepEqual(bandsOf({ name: 'seed 1', validation: [0.1, 0.5] }), []);
  });
});
