/** Matrices of a fast correlation of a signal d of n = m + r - 1 values with a filter g of r: the m values
 *  output' ((filter g) x (input' d)), n products where the plain way has m r. Rows of arrays. */
export interface FastCorrelation {
  /** n x n. */
  readonly input: readonly (readonly number[])[];
  /** n x r. */
  readonly filter: readonly (readonly number[])[];
  /** m x n. */
  readonly output: readonly (readonly number[])[];
}

/** The matrices for m outputs and filters of r values that come from reckoning with polynomials at `points`, m + r - 2 different
 *  numbers, and at infinity.
 *  Throws RangeError for another number of points. Source: Toom 1963 and Cook 1966; Lavin and Gray 2016 for filters of networks. */
export function toomCook(m: number, r: number, points: readonly number[]): FastCorrelation {
  const n = m + r - 1;
  if (points.length !== n - 1) {
    throw new RangeError(
      `toomCook: points must be ${n - 1} for ${m} outputs and a filter of ${r}, got ${points.length}.`,
    );
  }
  const last = (length: number): number[] =>
    Array.from({ length }, (_, index) => (index === length - 1 ? 1 : 0));
  const powers = (point: number, length: number): number[] =>
    Array.from({ length }, (_, power) => point ** power);
  const others = points.map((_, index) => points.filter((__, other) => other !== index));
  return {
    input: [...others.map((roots) => [...polynomial(roots), 0]), polynomial(points)],
    filter: [
      ...points.map((point, index) => {
        const scale = others[index].reduce((product, other) => product * (point - other), 1);
        return powers(point, r).map((power) => power / scale);
      }),
      last(r),
    ],
    output: Array.from({ length: m }, (_, row) => [
      ...points.map((point) => point ** row),
      row === m - 1 ? 1 : 0,
    ]),
  };
}

/** Coefficients of the product of (x - root), the constant first. */
function polynomial(roots: readonly number[]): number[] {
  return roots.reduce<number[]>(
    (factors, root) =>
      Array.from(
        { length: factors.length + 1 },
        (_, power) =>
          (power > 0 ? factors[power - 1] : 0) - (power < factors.length ? root * factors[power] : 0),
      ),
    [1],
  );
}
