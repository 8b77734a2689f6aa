import { functionExercise } from '../functionExercise';

/** Notebook 6: dropout with coins that are handed over. */
export const dropout = functionExercise<[number[], number[], number], number[]>({
  name: 'Dropout',
  inputs: ['values', 'coins', 'rate'],
  reference: (values, coins, rate) =>
    values.map((value, i) => (coins[i] < 1 - rate ? value / (1 - rate) : 0)),
  cases: [
    [[4, 4], [0.1, 0.9], 0.5],
    [[3, 1, 2, 6], [0.2, 0.7, 0.8, 0.1], 0.25],
    [[5, 7], [0.9, 0.1], 0],
  ],
  random: (random) => {
    const length = 1 + random.integer(8);
    const values = Array.from({ length }, () => random.integer(10));
    return [values, values.map(() => random.uniform()), 0.1 * random.integer(9)];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: (values, coins, rate) => values.map((value, i) => (coins[i] < 1 - rate ? value : 0)),
      says: 'What remains is not enlarged: divide by 1 - rate, so that the sum stays the same on average.',
    },
    {
      mine: (values, coins, rate) => values.map((value, i) => (coins[i] < 1 - rate ? value * (1 - rate) : 0)),
      says: 'What remains gets smaller; divide by 1 - rate instead of multiplying.',
    },
    {
      mine: (values, coins, rate) => values.map((value, i) => (coins[i] < rate ? value / (1 - rate) : 0)),
      says: 'You keep a share of `rate`; that is the share to be dropped. Keep where the coin is below 1 - rate.',
    },
    {
      mine: (values, coins, rate) =>
        values.filter((_, i) => coins[i] < 1 - rate).map((value) => value / (1 - rate)),
      says: 'Dropped values become 0, they do not vanish: the list keeps its length.',
    },
  ],
});
