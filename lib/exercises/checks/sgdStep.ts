import { functionExercise } from '../functionExercise';

type Rows = number[][];

function softmax(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
}
function step(
  weights: Rows,
  x: readonly number[],
  rate: number,
  slope: (probabilities: readonly number[], one: number) => number,
): Rows {
  const logits = weights.map((row) => row.reduce((sum, weight, i) => sum + weight * x[i], 0));
  const p = softmax(logits);
  return weights.map((row, one) => row.map((weight, i) => weight - rate * slope(p, one) * x[i]));
}
const is = (one: number, label: number): number => (one === label ? 1 : 0);

/** Notebook 4: one step of descent of a layer that ends in a softmax. */
export const sgdStep = functionExercise<[Rows, number[], number, number], Rows>({
  name: 'A step of SGD',
  inputs: ['weights', 'x', 'label', 'rate'],
  reference: (weights, x, label, rate) => step(weights, x, rate, (p, one) => p[one] - is(one, label)),
  cases: [
    [
      [
        [0, 0],
        [0, 0],
      ],
      [1, 2],
      0,
      1,
    ],
    [
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      [1, -1],
      2,
      0.3,
    ],
    [
      [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      [2, 1],
      1,
      0.5,
    ],
  ],
  random: (random) => {
    const inputs = 1 + random.integer(4);
    const classes = 2 + random.integer(4);
    const row = (): number[] => Array.from({ length: inputs }, () => random.integer(7) - 3);
    return [
      Array.from({ length: classes }, row),
      row(),
      random.integer(classes),
      0.1 * (1 + random.integer(9)),
    ];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: (weights, x, label, rate) => step(weights, x, rate, (p, one) => is(one, label) - p[one]),
      says: 'It goes uphill: the right class gets less probable with each step. Subtract rate times the gradient.',
    },
    {
      mine: (weights, x, _label, rate) => step(weights, x, rate, (p, one) => p[one]),
      says: 'The 1 of the right class is missing: the slope is its probability minus 1, for all others the probability.',
    },
    {
      mine: (weights, x, label, rate) => step(weights, x, rate, (p, one) => (p[one] - 1) * is(one, label)),
      says: 'Only the weights of the right class move; those of the others have a slope, too, and go down.',
    },
    {
      mine: (weights, x, label, rate) =>
        weights.map((row, one) => {
          const p = softmax(weights.map((w) => w.reduce((sum, weight, i) => sum + weight * x[i], 0)));
          return row.map((weight) => weight - rate * (p[one] - is(one, label)));
        }),
      says: 'The input is missing: a weight moves in proportion to what came in through it, so multiply by x[i].',
    },
  ],
});
