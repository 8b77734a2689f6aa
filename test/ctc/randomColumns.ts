import { createRandom } from 'captcha-lab/random';
import type { ColumnProbabilities } from 'captcha-lab/ctc';

/** Random columns over two characters and the blank. */
export function randomColumns(steps: number, seed: number): ColumnProbabilities {
  const random = createRandom(seed);
  const values = new Float64Array(steps * 3);
  for (let step = 0; step < steps; step++) {
    const row = [0, 1, 2].map(() => random.uniform() ** 3);
    const sum = row.reduce((total, value) => total + value, 0);
    row.forEach((value, label) => (values[step * 3 + label] = value / sum));
  }
  return { steps, classes: 3, values };
}
