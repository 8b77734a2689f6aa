import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { noiseCurves, noiseSegments } from 'captcha-lab/generator';

describe('noiseCurves', () => {
  it('has control points at fixed x and random heights inside the picture', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [left, across] = noiseCurves({ seed }).map(({ curve }) => curve);
        assert.deepEqual(
          left.map(([x]) => x),
          [20, 20, 50, 50],
        );
        assert.deepEqual(
          across.map(([x]) => x),
          [20, 50, 100, 180],
        );
        for (const [, y] of [...left, ...across]) assert.ok(y >= 0 && y <= 50);
      }),
    );
  });

  it('spreads the heights evenly', () => {
    const heights = Array.from({ length: 500 }, (_, seed) =>
      noiseCurves({ seed }).flatMap(({ curve }) => curve.map(([, y]) => y)),
    ).flat();
    for (let band = 0; band < 5; band++) {
      const share = heights.filter((y) => y >= 10 * band && y < 10 * (band + 1)).length / heights.length;
      assert.ok(Math.abs(share - 0.2) < 0.03, `band ${band}: ${share}`);
    }
  });

  it('repeats itself for the same seed only', () => {
    assert.deepEqual(noiseCurves({ seed: 4 }), noiseCurves({ seed: 4 }));
    assert.notDeepEqual(noiseCurves({ seed: 4 }), noiseCurves({ seed: 5 }));
  });
});

describe('noiseSegments', () => {
  it('joins whole pixels, narrower from stroke to stroke and then of one width', () => {
    const segments = noiseSegments([
      [20, 0.9],
      [20, 49.9],
      [50, 49.9],
      [50, 10.2],
    ]);
    const [first] = segments;
    assert.deepEqual(first.from, [20, 0]);
    assert.deepEqual(segments.at(-1)?.to, [50, 10]);
    segments.forEach(({ from, to, width }, index) => {
      for (const value of [...from, ...to]) assert.ok(Number.isInteger(value));
      if (index > 0) assert.deepEqual(from, segments[index - 1].to);
      assert.ok(Math.abs(width - [3.6, 2.7, 1.8][Math.min(index, 2)]) < 1e-9);
    });
    assert.ok(segments.length > 3);
  });
});
