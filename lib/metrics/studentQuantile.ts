import { checkWhole } from '../checks';
/** The value that Student's t with `freedom` degrees of freedom stays below with `probability`: 12.706 for 0.975 and 1.
 *  Found by bisection on the distribution, whose series is exact for whole degrees (Abramowitz & Stegun 26.7.3–4).
 *  Throws RangeError unless 0 < probability < 1 and freedom is a whole number of at least 1. */
export function studentQuantile(probability: number, freedom: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`studentQuantile: probability must lie between 0 and 1, got ${probability}.`);
  }
  checkWhole('studentQuantile', { freedom }, 1);
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentQuantile(1 - probability, freedom);
  let low = 0;
  let high = 1;
  while (within(high, freedom) < 2 * probability - 1) high *= 2;
  // 100 halvings go below the last digit of any start.
  for (let halving = 0; halving < 100; halving++) {
    const middle = (low + high) / 2;
    if (within(middle, freedom) < 2 * probability - 1) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability that t lies between -value and value. */
function within(value: number, freedom: number): number {
  const angle = Math.atan(value / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= ((k - 1) / k) * cosine ** 2;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
