import { functionExercise } from '../functionExercise';

type Maps = number[][];
/** Weights of the maps, and the heat map. */
export interface Cam {
  weights: number[];
  map: number[];
}
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function cam(
  maps: Maps,
  gradients: Maps,
  { weigh = mean, keep = (sum: number) => Math.max(0, sum) } = {},
): Cam {
  const weights = gradients.map(weigh);
  const map = maps[0].map((_, place) => keep(maps.reduce((sum, one, i) => sum + weights[i] * one[place], 0)));
  return { weights, map };
}

/** Notebook 12: Grad-CAM from maps and gradients. */
export const gradCamMap = functionExercise<[Maps, Maps], Cam>({
  name: 'Grad-CAM',
  inputs: ['maps', 'gradients'],
  reference: (maps, gradients) => cam(maps, gradients),
  cases: [
    [[[1, 2]], [[3, 5]]],
    [
      [
        [1, 0, 2, 0],
        [0, 3, 1, 1],
      ],
      [
        [0.5, 0.5, 1.5, 1.5],
        [-1, -1, -1, 1],
      ],
    ],
    [
      [
        [0, 2],
        [4, 0],
      ],
      [
        [-1, -3],
        [0, 1],
      ],
    ],
  ],
  random: (random) => {
    const filters = 1 + random.integer(4);
    const draw = (from: number): Maps =>
      Array.from({ length: filters }, () => Array.from({ length: 5 }, () => random.integer(9) + from));
    return [draw(0), draw(-4)];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: (maps, gradients) => cam(maps, gradients, { keep: (sum) => sum }),
      says: 'What speaks against the class is still there: set negative places of the sum to 0.',
    },
    {
      mine: (maps, gradients) => cam(maps, gradients, { keep: Math.abs }),
      says: 'The absolute value lets what speaks against the class count for it: set negative places to 0.',
    },
    {
      mine: (maps, gradients) => cam(maps, gradients, { weigh: (values) => Math.max(...values) }),
      says: 'The weight of a map is the mean of its gradients, not the largest.',
    },
    {
      mine: (maps, gradients) =>
        cam(maps, gradients, { weigh: (values) => values.reduce((a, b) => a + b, 0) }),
      says: 'The weight of a map is the mean of its gradients, not their sum.',
    },
    {
      mine: (maps, gradients) => ({
        weights: gradients.map(mean),
        map: maps[0].map((_, place) =>
          Math.max(
            0,
            maps.reduce((sum, one, i) => sum + gradients[i][place] * one[place], 0),
          ),
        ),
      }),
      says: 'You multiply each place by its own gradient; Grad-CAM has one weight for a whole map.',
    },
  ],
});
