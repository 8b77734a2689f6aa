import { ctcLikelihood } from '../../ctc';
import { functionExercise } from '../functionExercise';

type Rows = number[][];

function bestPath(rows: Rows, text: number[]): number {
  const classes = rows[0].length;
  let best = 0;
  for (let number = 0; number < classes ** rows.length; number++) {
    const path = rows.map((_, step) => Math.floor(number / classes ** step) % classes);
    const spelt = path.filter((label, i) => label !== classes - 1 && label !== path[i - 1]);
    if (spelt.join() !== text.join()) continue;
    best = Math.max(
      best,
      path.reduce((product, label, step) => product * rows[step][label], 1),
    );
  }
  return best;
}
const byLibrary = (rows: Rows, text: number[]): number =>
  Math.exp(
    ctcLikelihood(
      { steps: rows.length, classes: rows[0].length, values: Float64Array.from(rows.flat()) },
      text,
    ),
  );

/** Notebook 14: the probability of a text, over all rows of columns that spell it. */
export const textProbability = functionExercise<[Rows, number[]], number>({
  name: 'The probability of a text',
  inputs: ['rows', 'text'],
  reference: byLibrary,
  cases: [
    [[[0.7, 0.3]], [0]],
    [
      [
        [0.4, 0.1, 0.5],
        [0.35, 0.25, 0.4],
        [0.4, 0.1, 0.5],
      ],
      [0],
    ],
    [
      [
        [0.4, 0.1, 0.5],
        [0.35, 0.25, 0.4],
        [0.4, 0.1, 0.5],
      ],
      [0, 0],
    ],
    [
      [
        [0.4, 0.1, 0.5],
        [0.35, 0.25, 0.4],
        [0.4, 0.1, 0.5],
      ],
      [],
    ],
    [
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      [0, 0, 0],
    ],
  ],
  random: (random) => {
    const rows = Array.from({ length: 2 + random.integer(3) }, () => {
      const parts = [0, 1, 2].map(() => random.uniform() + 0.01);
      return parts.map((part) => part / parts.reduce((a, b) => a + b, 0));
    });
    return [rows, Array.from({ length: random.integer(3) }, () => random.integer(2))];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: bestPath,
      says: 'That is the most probable single row; a text has the sum over all rows that spell it.',
    },
    {
      mine: (rows, text) => {
        const none = rows[0].length - 1;
        let sum = 0;
        for (let number = 0; number < rows[0].length ** rows.length; number++) {
          const path = rows.map((_, step) => Math.floor(number / rows[0].length ** step) % rows[0].length);
          if (path.filter((label) => label !== none).join() !== text.join()) continue;
          sum += path.reduce((product, label, step) => product * rows[step][label], 1);
        }
        return sum;
      },
      says: 'Your rows do not melt equal neighbours before none is dropped, so rows such as "a a none" are missing from "a".',
    },
  ],
});
