import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  drawNoise,
  noiseSegments,
  type CubicCurve,
  type NoiseCurve,
  type Point,
} from 'captcha-lab/generator';
import { rgbaImage } from 'captcha-lab/image';
import { alphaOf, inkDifference, inkFromRows, KAPTCHA, storedAlpha, syntheticImage } from './kaptchaFixture';

const FACTORS = [
  [20, 20, 50, 50],
  [20, 50, 100, 180],
];

function stroke(from: Point, to: Point, width: number): NoiseCurve[] {
  const curve: CubicCurve = [from, from, to, to];
  return [{ curve, segments: [{ from, to, width }] }];
}

describe('drawNoise', () => {
  it('draws what Java2D draws, within 2 of 255 and 0.25 in the mean', () => {
    const drawn = KAPTCHA.curves.filter(({ alpha }) => alpha !== undefined);
    assert.equal(drawn.length, 24);
    drawn.forEach(({ heights, alpha }, index) => {
      const points = FACTORS[index % 2].map((x, i): Point => [x, Math.fround(heights[i])]);
      const curve = points as unknown as CubicCurve;
      const image = drawNoise(rgbaImage(200, 50), [{ curve, segments: noiseSegments(curve) }]);
      const { mean, max } = inkDifference(alphaOf(image), storedAlpha(alpha as string));
      assert.ok(max <= 2 && mean < 0.25, `curve ${index}: mean ${mean}, max ${max}`);
    });
  });

  it('gives a stroke square caps half a width long, and a point a square', () => {
    const line = alphaOf(drawNoise(rgbaImage(6, 3), stroke([2, 1], [3, 1], 1)));
    // prettier-ignore
    assert.deepEqual([...line], [
      0, 0, 0, 0, 0, 0,
      0, 0, 255, 254, 0, 0,
      0, 0, 0, 0, 0, 0,
    ]);
    const point = alphaOf(drawNoise(rgbaImage(5, 5), stroke([2, 2], [2, 2], 2)));
    // prettier-ignore
    assert.deepEqual([...point], [
      0, 0, 0, 0, 0,
      0, 64, 128, 64, 0,
      0, 128, 255, 127, 0,
      0, 64, 127, 63, 0,
      0, 0, 0, 0, 0,
    ]);
  });

  it('cuts strokes at the border and lays them over what is there', () => {
    const image = inkFromRows([
      [0, 100],
      [0, 255],
    ]);
    const result = drawNoise(image, stroke([-5, 0], [9, 0], 1));
    const [a, b, c, d] = alphaOf(result);
    assert.ok(a > 250 && b > 250, `${a} ${b}`);
    assert.ok(c < 3, `${c}`);
    assert.equal(d, 255);
    assert.deepEqual([...alphaOf(image)], [0, 100, 0, 255]);
  });

  it('darkens colours towards black and leaves its input alone', () => {
    const image = rgbaImage(1, 1, Uint8Array.of(200, 100, 0, 255));
    const [red, green, blue, alpha] = drawNoise(image, stroke([0, 0], [0, 0], 0.5)).data;
    assert.deepEqual([red, green, blue, alpha], [150, 75, 0, 255]);
    assert.deepEqual([...image.data], [200, 100, 0, 255]);
    const noise = syntheticImage(20, 20, 3, 'noise');
    const copy = noise.data.slice();
    drawNoise(noise, stroke([0, 0], [19, 19], 3));
    assert.deepEqual(noise.data, copy);
  });
});
