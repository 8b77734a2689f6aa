import { fromRows, greyImage, type GreyImage } from '../../image';
import { functionExercise } from '../functionExercise';

/** The picture whose pixel (x, y) is `from(x, y)` of the old one; outside of it `border`. */
function moved(image: GreyImage, from: (x: number, y: number) => [number, number], border = 255): GreyImage {
  const { width, height, data } = image;
  const result = Uint8Array.from({ length: data.length }, (_, at) => {
    const [x, y] = from(at % width, Math.floor(at / width));
    return x < 0 || y < 0 || x >= width || y >= height ? border : data[y * width + x];
  });
  return greyImage(width, height, result);
}
const wrap = (value: number, size: number): number => ((value % size) + size) % size;

/** Notebook 3: a picture moved by whole pixels. */
export const shift = functionExercise<[GreyImage, number, number], GreyImage>({
  name: 'Shift',
  inputs: ['image', 'dx', 'dy'],
  reference: (image, dx, dy) => moved(image, (x, y) => [x - dx, y - dy]),
  cases: [
    [
      fromRows([
        [0, 50, 100],
        [10, 60, 110],
      ]),
      1,
      0,
    ],
    [
      fromRows([
        [0, 50, 100],
        [10, 60, 110],
        [20, 70, 120],
      ]),
      0,
      1,
    ],
    [
      fromRows([
        [0, 50, 100, 150],
        [10, 60, 110, 160],
        [20, 70, 120, 170],
      ]),
      -1,
      2,
    ],
    [
      fromRows([
        [0, 50],
        [10, 60],
      ]),
      0,
      0,
    ],
  ],
  random: (random) => [
    fromRows(Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => random.integer(250)))),
    random.integer(7) - 3,
    random.integer(7) - 3,
  ],
  suspects: [
    {
      mine: (image, dx, dy) => moved(image, (x, y) => [x + dx, y + dy]),
      says: 'It goes the wrong way: to move to the right by dx, the new pixel x takes its value from the old pixel x - dx.',
    },
    {
      mine: (image, dx, dy) =>
        moved(image, (x, y) => [wrap(x - dx, image.width), wrap(y - dy, image.height)]),
      says: 'What leaves the picture comes in again on the other side: put paper (255) there.',
    },
    {
      mine: (image, dx, dy) => moved(image, (x, y) => [x - dx, y - dy], 0),
      says: 'The border is filled with 0, which is ink; paper is 255.',
    },
    {
      mine: (image, dx, dy) => moved(image, (x, y) => [x - dy, y - dx]),
      says: 'dx and dy are exchanged: dx moves sideways, dy down.',
    },
    {
      mine: (image, dx, dy) =>
        moved(image, (x, y) => [
          Math.min(Math.max(x - dx, 0), image.width - 1),
          Math.min(Math.max(y - dy, 0), image.height - 1),
        ]),
      says: 'The last row or column is drawn out over the border: put paper (255) there.',
    },
  ],
});
