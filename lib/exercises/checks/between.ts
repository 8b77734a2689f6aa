import { fromRows, type GreyImage } from '../../image';
import { functionExercise } from '../functionExercise';

function mix(image: GreyImage, x: number, y: number, [right, below]: [number, number]): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = (column: number, row: number): number => image.data[row * image.width + column];
  const row = (one: number): number => (1 - right) * at(left, one) + right * at(left + 1, one);
  return (1 - below) * row(top) + below * row(top + 1);
}
const parts = (x: number, y: number): [number, number] => [x - Math.floor(x), y - Math.floor(y)];

/** Notebook 3: the value between four pixels. */
export const between = functionExercise<[GreyImage, number, number], number>({
  name: 'Between pixels',
  inputs: ['image', 'x', 'y'],
  reference: (image, x, y) => mix(image, x, y, parts(x, y)),
  cases: [
    [
      fromRows([
        [0, 200],
        [0, 200],
      ]),
      0.25,
      0,
    ],
    [
      fromRows([
        [0, 0],
        [100, 100],
      ]),
      0,
      0.75,
    ],
    [
      fromRows([
        [0, 100],
        [200, 40],
      ]),
      0.5,
      0.5,
    ],
    [
      fromRows([
        [0, 100, 30],
        [200, 40, 60],
        [7, 8, 9],
      ]),
      1.25,
      0.5,
    ],
  ],
  random: (random) => [
    fromRows(Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => random.integer(256)))),
    3.9 * random.uniform(),
    2.9 * random.uniform(),
  ],
  tolerance: 1e-9,
  suspects: [
    {
      mine: (image, x, y) => image.data[Math.round(y) * image.width + Math.round(x)],
      says: 'That is the nearest pixel: mix the four around the place, each by how near it is.',
    },
    {
      mine: (image, x, y) => mix(image, x, y, [1 - parts(x, y)[0], 1 - parts(x, y)[1]]),
      says: 'The weights are exchanged: a quarter of the way to the right, the left pixel still counts three quarters.',
    },
    {
      mine: (image, x, y) => Math.round(mix(image, x, y, parts(x, y))),
      says: 'Do not round yet: return the mixture as it is.',
    },
    {
      mine: (image, x, y) => mix(image, x, y, [0.5, 0.5]),
      says: 'All four count the same: weigh each by how near it is.',
    },
  ],
});
