/** Spearman's rank correlation of two lists, -1 to 1: Pearson's correlation of the values' ranks, equal values sharing the
 *  mean of theirs. NaN when either list is constant or holds a NaN, for then it has no order.
 *  Throws RangeError when the lists differ in length or hold fewer than two values. */
export function rankCorrelation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length || one.length < 2) {
    throw new RangeError(
      `rankCorrelation: both lists must have the same length of at least 2, got ${one.length} and ${other.length}.`,
    );
  }
  if ([one, other].some((list) => Array.from(list).some(Number.isNaN))) return NaN;
  const [a, b] = [ranks(one), ranks(other)];
  const mean = (one.length - 1) / 2;
  const products = (x: Float64Array, y: Float64Array): number =>
    x.reduce((sum, value, index) => sum + (value - mean) * (y[index] - mean), 0);
  return products(a, b) / Math.sqrt(products(a, a) * products(b, b));
}

/** Ranks from 0; equal values get the mean of the ranks they take up. */
function ranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, index) => index).sort((i, j) => values[i] - values[j]);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
    for (let rank = from; rank <= to; rank++) result[order[rank]] = (from + to) / 2;
    from = to + 1;
  }
  return result;
}
