import { dilate as libraryDilate, erode, fromRows, greyImage, type GreyImage } from '../../image';
import { functionExercise } from '../functionExercise';

const W = 255;

function largest(image: GreyImage, reachY: number, reachX: number, outside: number | undefined): GreyImage {
  const { width, height, data } = image;
  const result = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const seen: number[] = [];
      for (let dy = -reachY; dy <= reachY; dy++)
        for (let dx = -reachX; dx <= reachX; dx++) {
          const inside = y + dy >= 0 && y + dy < height && x + dx >= 0 && x + dx < width;
          if (inside) seen.push(data[(y + dy) * width + x + dx]);
          else if (outside !== undefined) seen.push(outside);
        }
      result[y * width + x] = Math.max(...seen);
    }
  return greyImage(width, height, result);
}

/** Notebook 2: dilation by a full kernel of odd sides. */
export const dilate = functionExercise<[GreyImage, number, number], GreyImage>({
  name: 'Dilation',
  inputs: ['image', 'rows', 'columns'],
  reference: (image, rows, columns) => libraryDilate(image, { kernel: { rows, columns } }),
  cases: [
    [
      fromRows([
        [W, W, W],
        [W, 0, W],
        [W, W, W],
      ]),
      3,
      3,
    ],
    [
      fromRows([
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, W, 0],
      ]),
      3,
      3,
    ],
    [
      fromRows([
        [0, 0, 0],
        [0, W, 0],
        [0, 0, 0],
      ]),
      3,
      1,
    ],
    [fromRows([[9, 0, 40, 7, 1]]), 1, 3],
  ],
  random: (random) => [
    fromRows(Array.from({ length: 5 }, () => Array.from({ length: 6 }, () => random.integer(256)))),
    1 + 2 * random.integer(3),
    1 + 2 * random.integer(3),
  ],
  suspects: [
    {
      mine: (image, rows, columns) => erode(image, { kernel: { rows, columns } }),
      says: 'That is erosion, the smallest value under the kernel; dilation takes the largest.',
    },
    {
      mine: (image, rows, columns) => libraryDilate(image, { kernel: { rows: columns, columns: rows } }),
      says: 'Rows and columns are exchanged: a kernel of 3 rows and 1 column looks up and down, not sideways.',
    },
    {
      mine: (image, rows, columns) => largest(image, (rows - 1) / 2, (columns - 1) / 2, 255),
      says: 'Outside of the picture there is no white that could win: leave out what lies beyond the border.',
    },
    {
      mine: (image) => libraryDilate(image),
      says: 'You always look at 3 x 3 pixels: use the rows and columns that are handed over.',
    },
    {
      mine: (image, rows, columns) => largest(image, rows, columns, undefined),
      says: 'You look too far: a kernel of 3 rows reaches one row up and one down.',
    },
  ],
});
