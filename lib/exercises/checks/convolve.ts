import { functionExercise } from '../functionExercise';

type Rows = number[][];

function slide(picture: Rows, kernel: Rows, weight: (dy: number, dx: number) => number): Rows {
  const [height, width] = [picture.length - kernel.length + 1, picture[0].length - kernel[0].length + 1];
  const at = (y: number, x: number): number => {
    let sum = 0;
    for (let dy = 0; dy < kernel.length; dy++)
      for (let dx = 0; dx < kernel[0].length; dx++) sum += weight(dy, dx) * picture[y + dy][x + dx];
    return sum;
  };
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_unused, x) => at(y, x)));
}
const pad = (rows: Rows): Rows => {
  const blank = Array.from({ length: rows[0].length + 2 }, () => 0);
  return [blank, ...rows.map((row) => [0, ...row, 0]), blank];
};

/** Notebook 4: a convolution without padding. */
export const convolve = functionExercise<[Rows, Rows], Rows>({
  name: 'Convolution',
  inputs: ['picture', 'kernel'],
  reference: (picture, kernel) => slide(picture, kernel, (dy, dx) => kernel[dy][dx]),
  cases: [
    [
      [
        [0, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
    ],
    [
      [
        [1, 0, 0, 1],
        [1, 0, 0, 1],
        [1, 0, 0, 1],
      ],
      [
        [-1, 0, 1],
        [-1, 0, 1],
        [-1, 0, 1],
      ],
    ],
    [
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
        [9, 1, 2, 3],
        [4, 5, 6, 7],
      ],
      [
        [0, 1, 0],
        [0, 0, 2],
        [0, 0, 0],
      ],
    ],
  ],
  random: (random) => {
    const rows = (height: number, width: number): Rows =>
      Array.from({ length: height }, () => Array.from({ length: width }, () => random.integer(19) - 9));
    return [rows(4 + random.integer(3), 4 + random.integer(3)), rows(3, 3)];
  },
  suspects: [
    {
      mine: (picture, kernel) => slide(picture, kernel, (dy, dx) => kernel[2 - dy][2 - dx]),
      says: 'Your kernel is turned by 180 degrees, as in the mathematics of the word; networks lay it on as it is.',
    },
    {
      mine: (picture, kernel) => slide(picture, kernel, (dy, dx) => kernel[dx][dy]),
      says: 'Rows and columns of the kernel are exchanged: kernel[dy][dx] belongs to picture[y + dy][x + dx].',
    },
    {
      mine: (picture, kernel) => slide(pad(picture), kernel, (dy, dx) => kernel[dy][dx]),
      says: "You padded the picture ('same'); without padding ('valid') two rows and two columns are lost.",
    },
    {
      mine: (picture, kernel) =>
        slide(picture, kernel, (dy, dx) => kernel[dy][dx]).map((row) => row.map((sum) => sum / 9)),
      says: 'Do not divide: a convolution is the sum, not the mean.',
    },
  ],
});
