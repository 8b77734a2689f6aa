import { fromRows, type Box, type GreyImage } from '../../image';
import { inkBox as libraryInkBox } from '../../preprocess';
import { functionExercise } from '../functionExercise';

const P = 255;
type Found = Box | undefined;

/** Notebook 7: the smallest box around ink. */
export const inkBox = functionExercise<[GreyImage], Found | null>({
  name: 'The box around ink',
  reference: (image) => libraryInkBox(image) ?? null,
  cases: [
    [
      fromRows([
        [P, P, P],
        [P, 0, P],
        [P, P, P],
      ]),
    ],
    [
      fromRows([
        [P, P, P, P, P],
        [P, 0, 0, 0, P],
        [P, P, 0, P, P],
      ]),
    ],
    [
      fromRows([
        [0, P, P],
        [P, P, P],
        [P, P, 100],
      ]),
    ],
    [
      fromRows([
        [P, P],
        [200, P],
      ]),
    ],
  ],
  random: (random) => [
    fromRows(
      Array.from({ length: 6 }, () =>
        Array.from({ length: 5 }, () =>
          random.integer(9) === 0 ? random.integer(128) : 128 + random.integer(128),
        ),
      ),
    ),
  ],
  suspects: [
    {
      mine: (image) => {
        const box = libraryInkBox(image);
        return box ? { ...box, width: box.width - 1, height: box.height - 1 } : null;
      },
      says: 'Width and height are one too small: from column 2 to column 4 are three columns.',
    },
    {
      mine: (image) => {
        const box = libraryInkBox(image);
        return box ? { x: box.y, y: box.x, width: box.height, height: box.width } : null;
      },
      says: 'x and y are exchanged: pixel i lies in column i % width and row Math.floor(i / width).',
    },
    {
      mine: (image) =>
        libraryInkBox({ ...image, data: image.data.map((grey) => (grey === 0 ? 0 : 255)) }) ?? null,
      says: 'Ink is what is darker than 128, not only what is 0.',
    },
    {
      mine: (image) => libraryInkBox(image) ?? { x: image.width, y: image.height, width: 0, height: 0 },
      says: 'Where there is no ink there is no box: return null.',
    },
  ],
});
