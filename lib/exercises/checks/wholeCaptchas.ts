import { wilsonInterval } from '../../metrics';
import { functionExercise } from '../functionExercise';

/** An estimate with its interval, as shares. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}
const fifth = (p: number): number => p ** 5;

/** Notebook 5: p⁵ with an interval. */
export const wholeCaptchas = functionExercise<[number, number], Estimate>({
  name: 'p⁵ with an interval',
  inputs: ['correct', 'n'],
  reference: (correct, n) => {
    const { low, high } = wilsonInterval(correct, n);
    return { value: fifth(correct / n), low: fifth(low), high: fifth(high) };
  },
  cases: [
    [100, 100],
    [80, 100],
    [995, 1063],
  ],
  random: (random) => {
    const n = 20 + random.integer(2000);
    return [random.integer(n + 1), n];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: (correct, n) => {
        const { low, high } = wilsonInterval(correct, n);
        return { value: fifth(correct / n), low, high };
      },
      says: 'This is the interval of p; the interval of p⁵ has the fifth powers of its ends.',
    },
    {
      mine: (correct, n) => {
        const value = fifth(correct / n);
        return { value, ...wilsonInterval(Math.round(value * n), n) };
      },
      says: 'You treat p⁵ as if it had been counted in n CAPTCHAs. What was counted are characters: take their interval, and then the fifth power of its ends.',
    },
    {
      mine: (correct, n) => {
        const p = correct / n;
        const reach = 1.959964 * Math.sqrt((p * (1 - p)) / n);
        return { value: fifth(p), low: fifth(p - reach), high: fifth(p + reach) };
      },
      says: 'That is the textbook "plus or minus"; at 100% it has no width at all. Take wilsonInterval.',
    },
    {
      mine: (correct, n) => {
        const { low, high } = wilsonInterval(correct, n);
        return { value: (5 * correct) / n, low: 5 * low, high: 5 * high };
      },
      says: 'Five characters all right: the probabilities are multiplied, not added.',
    },
  ],
});
