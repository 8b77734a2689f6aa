import { functionExercise } from '../functionExercise';

const columns = (to: number, old: (x: number) => number): number[] =>
  Array.from({ length: to }, (_, x) => old(x));

/** Notebook 7: which columns nearest neighbour copies. */
export const copiedColumns = functionExercise<[number, number], number[]>({
  name: 'Copied columns',
  inputs: ['from', 'to'],
  reference: (from, to) => columns(to, (x) => Math.floor(((2 * x + 1) * from) / (2 * to))),
  cases: [
    [4, 4],
    [4, 2],
    [28, 21],
    [28, 38],
  ],
  random: (random) => [1 + random.integer(40), 1 + random.integer(40)],
  suspects: [
    {
      mine: (from, to) => columns(to, (x) => Math.floor((x * from) / to)),
      says: 'You take the old column under the left edge of the new one; take the one under its centre, x + 0.5.',
    },
    {
      mine: (from, to) => columns(to, (x) => Math.min(from - 1, Math.round((x * from) / to))),
      says: 'You round the left edge; take the centre of the new column, (x + 0.5) · from / to, and cut off what is behind the point.',
    },
    {
      mine: (from, to) => columns(to, (x) => Math.min(from - 1, Math.floor((x * to) / from))),
      says: 'The ratio is upside down: one new column is from / to old ones wide.',
    },
    {
      mine: (from, to) => columns(to, (x) => (to === 1 ? 0 : Math.round((x * (from - 1)) / (to - 1)))),
      says: 'You pin the first and last columns to each other; here the outer edges fit, and each new column takes what lies under its centre.',
    },
  ],
});
