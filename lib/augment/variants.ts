/** One way of varying a crop: turned about the middle, then shifted by whole pixels. */
export interface Variant {
  /** Anticlockwise on the screen. */
  readonly degrees: number;
  /** Pixels to the right. */
  readonly dx: number;
  /** Pixels down. */
  readonly dy: number;
}

/** Angles and shifts of the report. Source: report V.C. */
export const ROTATIONS: readonly number[] = [-10, 0, 10];
export const SHIFTS: readonly number[] = [-3, 0, 3];

/** The report's 27 variants: rotation outermost, then the horizontal shift, then the vertical one.
 *  Variant 13 is the crop as it is. */
export const VARIANTS: readonly Variant[] = ROTATIONS.flatMap((degrees) =>
  SHIFTS.flatMap((dx) => SHIFTS.map((dy) => ({ degrees, dx, dy }))),
);
