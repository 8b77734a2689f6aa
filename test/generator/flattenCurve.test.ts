import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { flattenCurve, type CubicCurve, type Point } from 'captcha-lab/generator';
import { KAPTCHA } from './kaptchaFixture';

const FACTORS = [
  [20, 20, 50, 50],
  [20, 50, 100, 180],
];

const arbitraryPoint = fc.tuple(
  fc.double({ min: -500, max: 500, noNaN: true }),
  fc.double({ min: -500, max: 500, noNaN: true }),
);

describe('flattenCurve', () => {
  it('gives the points of java.awt, 300 curves of them', () => {
    KAPTCHA.curves.forEach(({ heights, points }, index) => {
      const control = FACTORS[index % 2].map((x, i): Point => [x, Math.fround(heights[i])]);
      const flat = flattenCurve(control as unknown as CubicCurve, { flatness: 2 });
      assert.deepEqual(
        flat.map((point) => point.map(Math.fround)),
        points.map((point) => point.map(Math.fround)),
        `curve ${index}`,
      );
    });
  });

  it('leaves a straight line in one piece and halves a bent one', () => {
    assert.deepEqual(
      flattenCurve([
        [0, 0],
        [10, 0],
        [20, 0],
        [30, 0],
      ]),
      [
        [0, 0],
        [30, 0],
      ],
    );
    const bent: CubicCurve = [
      [0, 0],
      [0, 4],
      [12, 4],
      [12, 0],
    ];
    assert.deepEqual(flattenCurve(bent), [
      [0, 0],
      [6, 3],
      [12, 0],
    ]);
    assert.equal(flattenCurve(bent, { flatness: 5 }).length, 2);
  });

  it('starts and ends where the curve does, in at most 1024 pieces', () => {
    fc.assert(
      fc.property(arbitraryPoint, arbitraryPoint, arbitraryPoint, arbitraryPoint, (a, b, c, d) => {
        const points = flattenCurve([a, b, c, d], { flatness: 1e-9 });
        assert.deepEqual([points[0], points.at(-1)], [a, d]);
        assert.ok(points.length <= 1025);
      }),
    );
  });

  it('refuses a flatness that is no positive number', () => {
    const curve: CubicCurve = [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ];
    for (const flatness of [0, -1, NaN]) {
      assert.throws(() => flattenCurve(curve, { flatness }), /flatness must be a positive number.*got/);
    }
  });
});
