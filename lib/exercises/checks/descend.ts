import { functionExercise } from '../functionExercise';

/** Two inputs and the answer that is wanted for them. */
export interface TwoInputs {
  readonly x: readonly [number, number];
  readonly y: number;
}
type Pair = [number, number];

function step(
  weights: Pair,
  examples: readonly TwoInputs[],
  rate: number,
  { factor = 2, sign = -1, mean = true } = {},
): Pair {
  const gradient: Pair = [0, 0];
  for (const { x, y } of examples) {
    const error = weights[0] * x[0] + weights[1] * x[1] - y;
    gradient[0] += factor * error * x[0];
    gradient[1] += factor * error * x[1];
  }
  const scale = (sign * rate) / (mean ? examples.length : 1);
  return [weights[0] + scale * gradient[0], weights[1] + scale * gradient[1]];
}

/** The second weight's gradient taken after the first weight has moved. */
function oneAfterTheOther(weights: Pair, examples: readonly TwoInputs[], rate: number): Pair {
  const [first] = step(weights, examples, rate);
  const [, second] = step([first, weights[1]], examples, rate);
  return [first, second];
}

/** Notebook 4a: a step of gradient descent with two weights. */
export const descend = functionExercise<[Pair, readonly TwoInputs[], number], Pair>({
  name: 'A step downhill',
  inputs: ['weights', 'examples', 'rate'],
  reference: (weights, examples, rate) => step(weights, examples, rate),
  cases: [
    [[0, 0], [{ x: [1, 2], y: 10 }], 0.05],
    [[1, 2], [{ x: [1, 2], y: 10 }], 0.05],
    [
      [1, 1],
      [
        { x: [1, 0], y: 3 },
        { x: [0, 1], y: 1 },
      ],
      0.1,
    ],
  ],
  random: (random) => {
    const draw = (): number => random.integer(11) - 5;
    const examples = Array.from({ length: 1 + random.integer(4) }, () => ({
      x: [draw(), draw()] as const,
      y: draw(),
    }));
    return [[draw(), draw()], examples, 0.01 * (1 + random.integer(5))];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: (...args) => step(...args, { sign: 1 }),
      says: 'It goes uphill: subtract rate times the gradient.',
    },
    {
      mine: (...args) => step(...args, { factor: 1 }),
      says: 'The slope of a square is 2 times the error: the factor 2 is missing.',
    },
    {
      mine: oneAfterTheOther,
      says: 'Both weights move at once: work out both gradients with the old weights before you change one.',
    },
    {
      mine: (...args) => step(...args, { mean: false }),
      says: 'The loss is the mean over the examples: divide the sum of their gradients by their number.',
    },
  ],
});
