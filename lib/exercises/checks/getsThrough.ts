import { functionExercise } from '../functionExercise';

/** Notebook 15: the chance to get through within some tries. */
export const getsThrough = functionExercise<[number, number], number>({
  name: 'Getting through',
  inputs: ['p', 'tries'],
  reference: (p, tries) => 1 - (1 - p) ** tries,
  cases: [
    [0.3, 1],
    [0.6, 3],
    [0.01, 100],
    [0, 5],
  ],
  random: (random) => [random.uniform(), 1 + random.integer(20)],
  tolerance: 1e-9,
  suspects: [
    {
      mine: (p, tries) => Math.min(1, p * tries),
      says: 'Probabilities of tries do not add up (three of 60% would be 180%): work out how often all fail, and take the rest.',
    },
    { mine: (p, tries) => p ** tries, says: 'That is how often all tries succeed; one success is enough.' },
    {
      mine: (p, tries) => (1 - p) ** tries,
      says: 'That is how often all tries fail; the rest gets through.',
    },
  ],
});
