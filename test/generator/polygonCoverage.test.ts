import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { polygonCoverage } from '../../lib/generator/polygonCoverage';

const square = (x: number, y: number, side: number): number[] => [
  x,
  y,
  x + side,
  y,
  x + side,
  y + side,
  x,
  y + side,
];

describe('polygonCoverage', () => {
  it('measures the part of each pixel inside', () => {
    const { x, y, width, height, data } = polygonCoverage([square(0.5, 10.25, 1)]);
    assert.deepEqual({ x, y, width, height }, { x: 0, y: 10, width: 2, height: 2 });
    assert.deepEqual([...data], [0.375, 0.375, 0.125, 0.125]);
  });

  it('halves the pixels on a diagonal', () => {
    assert.deepEqual([...polygonCoverage([[0, 0, 3, 3, 0, 3]]).data], [0.5, 0, 0, 1, 0.5, 0, 1, 1, 0.5]);
  });

  it('counts overlapping polygons once and takes one of the other direction as a hole', () => {
    assert.deepEqual([...polygonCoverage([square(0, 0, 2), square(1, 0, 2)]).data], [1, 1, 1, 1, 1, 1]);
    const hole = [1, 1, 1, 2, 2, 2, 2, 1];
    assert.deepEqual([...polygonCoverage([square(0, 0, 3), hole]).data], [1, 1, 1, 1, 0, 1, 1, 1, 1]);
  });

  it('is empty for no polygons', () => {
    assert.equal(polygonCoverage([]).data.length, 0);
  });

  it('covers the area of any triangle, whichever way round it goes', () => {
    const coordinate = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 6, maxLength: 6 }), ([a, b, c, d, e, f]) => {
        const area = Math.abs((c - a) * (f - b) - (e - a) * (d - b)) / 2;
        const total = (polygon: number[]): number =>
          polygonCoverage([polygon]).data.reduce((x, y) => x + y, 0);
        assert.ok(Math.abs(total([a, b, c, d, e, f]) - area) < 1e-6);
        assert.ok(Math.abs(total([e, f, c, d, a, b]) - area) < 1e-6);
      }),
    );
  });
});
