/** Cosine of the angle between two lists taken as vectors: 1 for the same direction, 0 for none in common. NaN when
 *  either is all zeros. Throws RangeError when they differ in length. */
export function cosineSimilarity(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) {
    throw new RangeError(
      `cosineSimilarity: both lists must have the same length, got ${one.length} and ${other.length}.`,
    );
  }
  let [product, ones, others] = [0, 0, 0];
  for (let index = 0; index < one.length; index++) {
    product += one[index] * other[index];
    ones += one[index] ** 2;
    others += other[index] ** 2;
  }
  return product / (Math.sqrt(ones) * Math.sqrt(others));
}
