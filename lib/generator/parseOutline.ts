import type { Polygon } from './polygonCoverage';

/** Straight pieces a curve is cut into: at 40 pixels none is more than 1/100 pixel from the curve. */
const PIECES = 16;

/** The contours of an SVG path as polygons. Coordinates are rounded to whole numbers and divided by `grid`:
 *  at 64 the result lies on FreeType's grid of 1/64 pixel. Knows the absolute commands M, L, H, V, Q, C and
 *  Z. @internal */
export function parseOutline(path: string, grid: number): Polygon[] {
  const contours: number[][] = [];
  let [x, y] = [0, 0];
  let contour: number[] = [];
  for (const [, command, rest] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const values = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(
      (value) => Math.round(Number(value)) / grid,
    );
    const [a, b, c, d, e, f] = values;
    let curve: number[] = [];
    switch (command) {
      case 'M':
        contour = [];
        contours.push(contour);
        curve = [a, b];
        break;
      case 'L':
        curve = [a, b];
        break;
      case 'H':
        curve = [a, y];
        break;
      case 'V':
        curve = [x, a];
        break;
      case 'Q':
        // A quadratic curve is the cubic one with these control points.
        curve = [
          x + (2 / 3) * (a - x),
          y + (2 / 3) * (b - y),
          c + (2 / 3) * (a - c),
          d + (2 / 3) * (b - d),
          c,
          d,
        ];
        break;
      case 'C':
        curve = [a, b, c, d, e, f];
        break;
      case 'Z':
        continue;
      default:
        throw new Error(`parseOutline: unknown path command ${command}.`);
    }
    addCurve(contour, x, y, curve);
    [x, y] = curve.slice(-2);
  }
  return contours;
}

function addCurve(contour: number[], x: number, y: number, curve: readonly number[]): void {
  if (curve.length === 6) {
    for (let piece = 1; piece < PIECES; piece++) {
      const t = piece / PIECES;
      const s = 1 - t;
      const weights = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      contour.push(
        weights[0] * x + weights[1] * curve[0] + weights[2] * curve[2] + weights[3] * curve[4],
        weights[0] * y + weights[1] * curve[1] + weights[2] * curve[3] + weights[3] * curve[5],
      );
    }
  }
  contour.push(curve[curve.length - 2], curve[curve.length - 1]);
}
