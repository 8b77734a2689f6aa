import { functionExercise } from '../functionExercise';

const excess = (chosenOn: readonly number[], other: readonly number[]): number => {
  const highest = Math.max(...chosenOn);
  return highest - other[chosenOn.indexOf(highest)];
};

/** Notebook 9: what a maximum over epochs adds. */
export const maximumBias = functionExercise<[number[], number[]], number>({
  name: 'What the maximum adds',
  inputs: ['one', 'other'],
  reference: (one, other) => (excess(one, other) + excess(other, one)) / 2,
  cases: [
    [
      [0.5, 0.6],
      [0.5, 0.6],
    ],
    [
      [0.5, 0.9, 0.7],
      [0.5, 0.8, 0.6],
    ],
    [
      [0.7, 0.9, 0.8],
      [0.8, 0.7, 0.85],
    ],
  ],
  random: (random) => {
    const epochs = 2 + random.integer(10);
    const draw = (): number[] => Array.from({ length: epochs }, () => 0.8 + 0.1 * random.uniform());
    return [draw(), draw()];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: (one, other) => excess(one, other),
      says: 'Change roles, too: where the other set is harder, that alone would look like a bias. Take the mean of both ways.',
    },
    {
      mine: (one, other) => Math.max(...one) - Math.max(...other),
      says: 'These are two maxima, each chosen on its own set. Read the second number in the epoch that the first chose.',
    },
    {
      mine: (one, other) => excess(one, other) + excess(other, one),
      says: 'Take the mean of the two ways, not their sum.',
    },
    {
      mine: (one, other) =>
        (Math.max(...one) - one[one.length - 1] + Math.max(...other) - other[other.length - 1]) / 2,
      says: 'That is the distance from the best to the last epoch of one set, which also holds what was still to be learnt or forgotten.',
    },
  ],
});
