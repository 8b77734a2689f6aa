import { functionExercise } from '../functionExercise';

const sum = (counts: readonly number[], term: (count: number, index: number) => number): number =>
  counts.reduce((total, count, index) => total + term(count, index), 0);

/** Notebook 1: how far counts are from what was expected. */
export const chiSquare = functionExercise<[number[], number[]], number>({
  name: 'Chi-square',
  inputs: ['counts', 'expected'],
  reference: (counts, expected) => sum(counts, (count, i) => (count - expected[i]) ** 2 / expected[i]),
  cases: [
    [
      [12, 8],
      [10, 10],
    ],
    [
      [30, 10, 20],
      [20, 20, 20],
    ],
    [
      [5, 15, 40],
      [10, 20, 30],
    ],
  ],
  random: (random) => {
    const length = 2 + random.integer(6);
    const draw = (): number[] => Array.from({ length }, () => 1 + random.integer(50));
    return [draw(), draw()];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: (counts, expected) => sum(counts, (count, i) => (count - expected[i]) ^ (2 / expected[i])),
      says: 'In TypeScript ^ is no power, it compares bits: a square is written ** 2.',
    },
    {
      mine: (counts, expected) => sum(counts, (count, i) => ((count - expected[i]) ^ 2) / expected[i]),
      says: 'In TypeScript ^ is no power, it compares bits: a square is written ** 2.',
    },
    {
      mine: (counts, expected) => sum(counts, (count, i) => Math.abs(count - expected[i]) / expected[i]),
      says: 'You add up differences that are not squared: square each before you divide.',
    },
    {
      mine: (counts, expected) => sum(counts, (count, i) => (count - expected[i]) ** 2 / count),
      says: 'You divide by what was counted; divide by what was expected.',
    },
    {
      mine: (counts, expected) => sum(counts, (count, i) => (count - expected[i]) ** 2),
      says: 'You do not divide: each squared difference is divided by what was expected, so that rare characters weigh as much as frequent ones.',
    },
    {
      mine: (counts, expected) => sum(counts, (count, i) => (count - expected[i]) / expected[i]),
      says: 'Too many and too few cancel each other: square each difference.',
    },
  ],
});
