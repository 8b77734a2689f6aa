import { functionExercise } from '../functionExercise';

/** Notebook 8: the accuracy of characters that a share of CAPTCHAs takes. */
export const neededAccuracy = functionExercise<[number], number>({
  name: 'Needed accuracy',
  reference: (share) => share ** (1 / 5),
  cases: [[1], [0.5], [0.7304], [0.99]],
  random: (random) => [random.uniform()],
  tolerance: 1e-9,
  suspects: [
    {
      mine: (share) => share ** 5,
      says: 'That is the way from characters to CAPTCHAs; this is the way back, the fifth root.',
    },
    {
      mine: (share) => 1 - (1 - share) / 5,
      says: 'You share the errors out among five characters. That is nearly right for few errors only; the fifth root is exact.',
    },
    {
      mine: (share) => Math.sqrt(share),
      says: 'That is the square root; five factors take the fifth root, share ** (1 / 5).',
    },
  ],
});
