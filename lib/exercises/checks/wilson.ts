import { wilsonInterval } from '../../metrics';
import { functionExercise } from '../functionExercise';

const Z = 1.96;

/** Ends of an interval. */
export interface Ends {
  low: number;
  high: number;
}

function score(correct: number, n: number, { z = Z, shrink = true, centred = true } = {}): Ends {
  const share = correct / n;
  const centre = centred ? share + (z * z) / (2 * n) : share;
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z / (2 * n)) ** 2);
  const scale = shrink ? 1 + (z * z) / n : 1;
  return { low: (centre - reach) / scale, high: (centre + reach) / scale };
}

/** Notebook 9: Wilson's interval. */
export const wilson = functionExercise<[number, number], Ends>({
  name: "Wilson's interval",
  inputs: ['correct', 'n'],
  reference: (correct, n) => ({ ...wilsonInterval(correct, n) }),
  cases: [
    [50, 100],
    [4, 4],
    [0, 10],
    [995, 1063],
  ],
  random: (random) => {
    const n = 4 + random.integer(300);
    return [random.integer(n + 1), n];
  },
  tolerance: 1e-4,
  suspects: [
    {
      mine: (correct, n) => {
        const share = correct / n;
        const reach = Z * Math.sqrt((share * (1 - share)) / n);
        return { low: share - reach, high: share + reach };
      },
      says: 'That is the textbook "plus or minus". After 4 of 4 it says that 100% is certain; Wilson says from 51% on.',
    },
    {
      mine: (correct, n) => score(correct, n, { shrink: false }),
      says: 'The last division is missing: both ends are divided by 1 + z²/n.',
    },
    {
      mine: (correct, n) => score(correct, n, { centred: false }),
      says: 'The centre is not the share itself: it is moved towards one half, by z²/(2n) before the division.',
    },
    {
      mine: (correct, n) => score(correct, n, { z: 1.645 }),
      says: 'z = 1.645 belongs to an interval of 90%; 95% takes 1.96.',
    },
  ],
});
