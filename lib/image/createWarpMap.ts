import { checkWhole } from '../checks';
/** Where an affine map puts the point (x, y): x' = a x + b y + c, y' = d x + e y + f for [[a, b, c], [d, e, f]]. */
export type AffineMatrix = readonly [readonly [number, number, number], readonly [number, number, number]];

/** Which four pixels of the source make each pixel of the result, and their weights. Made once, it warps any
 *  number of images of one size. */
export interface WarpMap {
  readonly sourceWidth: number;
  readonly sourceHeight: number;
  readonly width: number;
  readonly height: number;
  /** width x height x 4 indices into the source; `sourceWidth * sourceHeight` stands for the border. */
  readonly taps: Int32Array;
  /** Weights of the taps in units of 2^-15; the four of a pixel sum to 2^15. */
  readonly weights: Int32Array;
}

export interface WarpMapOptions {
  matrix: AffineMatrix;
  sourceWidth: number;
  sourceHeight: number;
  /** Size of the result. Default: the source's. */
  width?: number;
  height?: number;
}

// OpenCV sums the coordinates in units of 2^-10 pixel and then rounds them to 2^-5 pixel.
const SUM_SCALE = 1024;
const SUM_ROUNDING = 16;
const SUM_SHIFT = 5;
const STEPS = 32;

/** The map for `warpAffine`: for each pixel of the result the source point by the inverse matrix, rounded to 1/32
 *  pixel as OpenCV 4.10 does.
 *  Throws RangeError when the matrix cannot be inverted or a size is no whole number of at least 1. */
export function createWarpMap({
  matrix,
  sourceWidth,
  sourceHeight,
  width = sourceWidth,
  height = sourceHeight,
}: WarpMapOptions): WarpMap {
  checkWhole('warpAffine', { sourceWidth, sourceHeight, width, height }, 1);
  const [[a, b, c], [d, e, f]] = invertAffine(matrix);
  const outside = sourceWidth * sourceHeight;
  const taps = new Int32Array(width * height * 4);
  const weights = new Int32Array(width * height * 4);
  const tap = (x: number, y: number): number =>
    x >= 0 && x < sourceWidth && y >= 0 && y < sourceHeight ? y * sourceWidth + x : outside;
  let slot = 0;
  for (let y = 0; y < height; y++) {
    const startX = toInteger((b * y + c) * SUM_SCALE) + SUM_ROUNDING;
    const startY = toInteger((e * y + f) * SUM_SCALE) + SUM_ROUNDING;
    for (let x = 0; x < width; x++, slot += 4) {
      const sourceX = (startX + toInteger(a * x * SUM_SCALE)) >> SUM_SHIFT;
      const sourceY = (startY + toInteger(d * x * SUM_SCALE)) >> SUM_SHIFT;
      const left = sourceX >> 5;
      const top = sourceY >> 5;
      const right = sourceX & (STEPS - 1);
      const down = sourceY & (STEPS - 1);
      taps[slot] = tap(left, top);
      taps[slot + 1] = tap(left + 1, top);
      taps[slot + 2] = tap(left, top + 1);
      taps[slot + 3] = tap(left + 1, top + 1);
      weights[slot] = (STEPS - down) * (STEPS - right) * 32;
      weights[slot + 1] = (STEPS - down) * right * 32;
      weights[slot + 2] = down * (STEPS - right) * 32;
      weights[slot + 3] = down * right * 32;
    }
  }
  return { sourceWidth, sourceHeight, width, height, taps, weights };
}

/** The same map backwards, step by step as OpenCV's warpAffine computes it, so that roundings agree. */
function invertAffine([[a, b, c], [d, e, f]]: AffineMatrix): AffineMatrix {
  const determinant = a * e - b * d;
  if (!Number.isFinite(determinant + c + f) || determinant === 0) {
    throw new RangeError(
      `warpAffine: matrix must be finite and invertible, got [[${a}, ${b}, ${c}], [${d}, ${e}, ${f}]].`,
    );
  }
  const scale = 1 / determinant;
  const [a2, b2, d2, e2] = [e * scale, b * -scale, d * -scale, a * scale];
  return [
    [a2, b2, -a2 * c - b2 * f],
    [d2, e2, -d2 * c - e2 * f],
  ];
}

/** The nearest integer, halves to the even one. */
function toInteger(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
