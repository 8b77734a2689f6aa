import { functionExercise } from '../functionExercise';

type Rows = number[][];

function spread(kernel: Rows, height: number, width: number, { mean = true, flip = false } = {}): Rows {
  const [down, across] = [height - kernel.length + 1, width - kernel[0].length + 1];
  const gradient = Array.from({ length: height }, () => Array.from({ length: width }, () => 0));
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++)
      kernel.forEach((row, dy) => {
        row.forEach((weight, dx) => {
          const at: [number, number] = flip ? [kernel.length - 1 - dy, row.length - 1 - dx] : [dy, dx];
          gradient[y + at[0]][x + at[1]] += weight / (mean ? down * across : 1);
        });
      });
  return gradient;
}

/** Notebook 11: how the mean answer of a linear filter changes with each pixel. */
export const answerGradient = functionExercise<[Rows, number, number], Rows>({
  name: 'The slope of a mean answer',
  inputs: ['kernel', 'height', 'width'],
  reference: (kernel, height, width) => spread(kernel, height, width),
  cases: [
    [
      [
        [1, 2],
        [3, 4],
      ],
      2,
      2,
    ],
    [[[1, -1]], 1, 3],
    [
      [
        [0, 1],
        [2, 0],
      ],
      3,
      3,
    ],
  ],
  random: (random) => [
    Array.from({ length: 2 }, () => Array.from({ length: 3 }, () => random.integer(9) - 4)),
    2 + random.integer(4),
    3 + random.integer(4),
  ],
  tolerance: 1e-9,
  suspects: [
    {
      mine: (kernel, height, width) => spread(kernel, height, width, { mean: false }),
      says: 'That is the slope of the sum of all answers; for the mean divide by the number of places.',
    },
    {
      mine: (kernel, height, width) => spread(kernel, height, width, { flip: true }),
      says: 'Each weight lands on the wrong pixel: at place (y, x) the weight kernel[dy][dx] touches pixel (y + dy, x + dx).',
    },
    {
      mine: (kernel, height, width) => {
        const sum = kernel.flat().reduce((a, b) => a + b, 0);
        const places = (height - kernel.length + 1) * (width - kernel[0].length + 1);
        return Array.from({ length: height }, () => Array.from({ length: width }, () => sum / places));
      },
      says: 'Not every pixel is touched by every weight: at the rim fewer places see a pixel. Add up place by place.',
    },
  ],
});
