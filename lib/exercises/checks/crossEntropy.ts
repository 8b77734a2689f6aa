import { functionExercise } from '../functionExercise';

const LEAST = 1e-7;

function probabilities(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
const overflowing = (logits: readonly number[]): number[] => {
  const powers = logits.map(Math.exp);
  return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
};
const penalty = (p: number): number => -Math.log(Math.max(p, LEAST));

/** Notebook 4: softmax and cross-entropy, clipped as Keras does it. */
export const crossEntropy = functionExercise<[number[], number], number>({
  name: 'Softmax and cross-entropy',
  inputs: ['logits', 'label'],
  reference: (logits, label) => penalty(probabilities(logits)[label]),
  cases: [
    [[0, 0], 0],
    [[2, 1, 0], 0],
    [[2, 1, 0], 2],
    [[-30, 0, 3], 0],
    [[1000, 0], 0],
    [[1000, 0, -1000], 1],
  ],
  random: (random) => {
    const logits = Array.from(
      { length: 19 },
      () => (random.integer(4) === 0 ? 100 : 4) * (random.uniform() - 0.5),
    );
    return [logits, random.integer(19)];
  },
  tolerance: 1e-6,
  suspects: [
    {
      mine: (logits, label) => {
        const p = overflowing(logits)[label];
        return Number.isNaN(p) ? NaN : penalty(p);
      },
      says: 'Math.exp(1000) is Infinity, and Infinity / Infinity is no number: subtract the largest logit from all of them first. That changes no probability.',
    },
    {
      mine: (logits, label) => {
        const highest = Math.max(...logits);
        return (
          highest +
          Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - highest), 0)) -
          logits[label]
        );
      },
      says: 'The probability is not cut off at 1e-7, so the penalty grows without bound; the largest is -Math.log(1e-7) = 16.118.',
    },
    {
      mine: (logits, label) => -Math.log10(Math.max(probabilities(logits)[label], LEAST)),
      says: 'Take the natural logarithm, Math.log.',
    },
    {
      mine: (logits, label) => probabilities(logits)[label],
      says: 'That is the probability of the right class; the penalty is minus its logarithm.',
    },
    {
      mine: (logits) => penalty(Math.max(...probabilities(logits))),
      says: 'You take the class with the largest probability; take the right one, `label`, whatever the network thinks of it.',
    },
    {
      mine: (logits, label) => -penalty(probabilities(logits)[label]),
      says: 'The sign: the logarithm of a probability is negative, and a penalty is positive.',
    },
  ],
});
