import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import { createRandom } from '../random';
import { flattenCurve, type CubicCurve, type Point } from './flattenCurve';

/** One straight stroke of a noise curve. */
export interface NoiseSegment {
  /** Whole pixels. */
  readonly from: Point;
  readonly to: Point;
  /** Width of the stroke in pixels. */
  readonly width: number;
}

export interface NoiseCurve {
  readonly curve: CubicCurve;
  readonly segments: readonly NoiseSegment[];
}

/** x of the control points, as shares of the picture's width: one curve on the left, one across. */
const FACTORS = [
  [0.1, 0.1, 0.25, 0.25],
  [0.1, 0.25, 0.5, 0.9],
] as const;

export interface NoiseCurvesOptions {
  /** Decides the heights of the control points; a whole number. */
  seed: number;
  /** Size of the picture in pixels. Default 200 x 50. */
  width?: number;
  height?: number;
}

/** The two noise curves of a CAPTCHA: cubic Bézier curves whose control points have fixed x and y uniform in
 *  [0, height). Each is flattened with flatness 2; end points are cut to whole pixels; the first segments are
 *  3.6, 2.7 and 1.8 pixels wide, all later ones 1.8. Source: Kaptcha 2.3.2, DefaultNoise, in single precision
 *  as there. */
export function noiseCurves({
  seed,
  width = CAPTCHA_WIDTH,
  height = CAPTCHA_HEIGHT,
}: NoiseCurvesOptions): NoiseCurve[] {
  const random = createRandom(seed);
  const point = (factor: number): Point => [
    Math.fround(width * factor),
    Math.fround(height * random.uniform()),
  ];
  return FACTORS.map(([first, second, third, fourth]) => {
    const curve = [point(first), point(second), point(third), point(fourth)] as const;
    return { curve, segments: noiseSegments(curve) };
  });
}

/** The strokes Kaptcha draws for `curve`. */
export function noiseSegments(curve: CubicCurve): NoiseSegment[] {
  const points = flattenCurve(curve).map(([x, y]): Point => [wholePixel(x), wholePixel(y)]);
  return points.slice(1).map((to, index) => ({
    from: points[index],
    to,
    width: 0.9 * (4 - Math.min(index, 2)),
  }));
}

function wholePixel(value: number): number {
  return Math.trunc(Math.fround(value));
}
