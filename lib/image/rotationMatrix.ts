import { checkOptions } from './checkOptions';
import type { AffineMatrix } from './createWarpMap';

export interface RotationOptions {
  /** The point [x, y] that stays where it is, in pixels; the first pixel's middle is [0, 0]. */
  centre: readonly [number, number];
  /** Angle in degrees, anticlockwise on the screen. */
  degrees: number;
  /** Enlargement. Default: 1. */
  scale?: number;
}

/** The 2 x 3 matrix that turns (and enlarges) about `centre`, for `warpAffine`.
 *  Throws RangeError when a number is not finite. Equals OpenCV's getRotationMatrix2D, which keeps the centre in
 *  single precision. */
export function rotationMatrix(options: RotationOptions): AffineMatrix {
  checkOptions('rotationMatrix', options, '{ centre: [10, 18.5], degrees: 15 }');
  const { centre, degrees, scale = 1 } = options;
  checkOptions('rotationMatrix', centre, '[10, 18.5]', 'centre');
  const [x, y] = centre.map(Math.fround);
  for (const [name, value] of Object.entries({ 'centre x': x, 'centre y': y, degrees, scale })) {
    if (!Number.isFinite(value))
      throw new RangeError(`rotationMatrix: ${name} must be finite, got ${value}.`);
  }
  const radians = (degrees * Math.PI) / 180;
  const cosine = Math.cos(radians) * scale;
  const sine = Math.sin(radians) * scale;
  return [
    [cosine, sine, (1 - cosine) * x - sine * y],
    [-sine, cosine, sine * x + (1 - cosine) * y],
  ];
}
