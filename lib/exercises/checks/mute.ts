import { functionExercise } from '../functionExercise';

const LEAST = 1e-7;

/** Notebook 6: examples from which nothing is learnt. */
export const mute = functionExercise<[number[][], number[]], number>({
  name: 'Mute examples',
  inputs: ['rows', 'labels'],
  reference: (rows, labels) => rows.filter((row, i) => row[labels[i]] < LEAST).length,
  cases: [
    [
      [
        [0.5, 0.5],
        [1e-9, 1],
      ],
      [0, 0],
    ],
    [
      [
        [1, 1e-12, 0],
        [1, 1e-12, 0],
        [0, 1e-12, 1],
      ],
      [0, 1, 2],
    ],
    [
      [
        [0.2, 0.8],
        [0.9, 0.1],
      ],
      [0, 1],
    ],
  ],
  random: (random) => {
    const rows = Array.from({ length: 8 }, () => {
      const powers = [0, 1, 2, 3].map(() => Math.exp(40 * random.uniform()));
      const sum = powers.reduce((a, b) => a + b, 0);
      return powers.map((power) => power / sum);
    });
    return [rows, rows.map(() => random.integer(4))];
  },
  suspects: [
    {
      mine: (rows) => rows.filter((row) => row.some((p) => p < LEAST)).length,
      says: 'You look at all classes; only the probability of the true one is in the loss.',
    },
    {
      mine: (rows, labels) => rows.filter((row, i) => row.indexOf(Math.max(...row)) !== labels[i]).length,
      says: 'You count wrong answers. A wrong answer teaches most, as long as the true class has more than 1e-7.',
    },
    {
      mine: (rows, labels) => rows.filter((row, i) => row[labels[i]] >= LEAST).length,
      says: 'These are the examples that teach something; count the others.',
    },
  ],
});
