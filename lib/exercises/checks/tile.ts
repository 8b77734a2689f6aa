import { functionExercise } from '../functionExercise';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const clip = (level: number): number => Math.round(Math.min(Math.max(level, 0), 255));

function scaled(values: readonly number[], { divisor = values.length, blank = 128 } = {}): number[] {
  const middle = mean(values);
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / divisor);
  return values.map((value) => (deviation > 0 ? clip(((value - middle) / deviation) * 64 + 128) : blank));
}

/** Notebook 10: a map as grey levels, by the report's rule. */
export const tile = functionExercise<[number[]], number[]>({
  name: 'A tile',
  reference: (values) => scaled(values),
  cases: [[[0, 2]], [[1, 2, 3, 4]], [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]], [[5, 5, 5]]],
  random: (random) => [Array.from({ length: 6 }, () => random.integer(40))],
  suspects: [
    {
      mine: (values) => scaled(values, { blank: NaN }),
      says: 'A constant map has a deviation of 0, and 0 / 0 is no number: it becomes an even grey, 128.',
    },
    {
      mine: (values) => scaled(values, { divisor: values.length - 1 }),
      says: 'Divide the squares by the number of values, not by one less: this is no sample, it is the whole map.',
    },
    {
      mine: (values) => {
        const [low, high] = [Math.min(...values), Math.max(...values)];
        return values.map((value) => (high > low ? Math.round((255 * (value - low)) / (high - low)) : 128));
      },
      says: 'You stretch from the smallest to the largest value; then a single large one takes all contrast from the rest.',
    },
    {
      mine: (values) => {
        const middle = mean(values);
        const deviation = Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
        return values.map((value) =>
          deviation > 0 ? Math.round(((value - middle) / deviation) * 64 + 128) : 128,
        );
      },
      says: 'What leaves 0 to 255 has to be clipped: a grey level beyond does not exist.',
    },
  ],
});
