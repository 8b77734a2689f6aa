import { functionExercise } from '../functionExercise';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const weightOn = (map: readonly number[], ink: readonly boolean[]): number =>
  sum(map.filter((_, i) => ink[i]));
const inkShare = (ink: readonly boolean[]): number => ink.filter(Boolean).length / ink.length;

/** Notebook 12: how much more of a map lies on ink than chance puts there. */
export const onInk = functionExercise<[number[], boolean[]], number>({
  name: 'On ink',
  inputs: ['map', 'ink'],
  reference: (map, ink) => weightOn(map, ink) / sum(map) / inkShare(ink),
  cases: [
    [
      [1, 1],
      [true, false],
    ],
    [
      [3, 1, 0, 0],
      [true, false, false, false],
    ],
    [
      [0, 2, 2, 4, 0],
      [false, true, false, true, false],
    ],
  ],
  random: (random) => {
    const map = Array.from({ length: 8 }, () => random.integer(9));
    map[0] += 1;
    const ink = map.map(() => random.integer(3) === 0);
    ink[1] = true;
    return [map, ink];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: (map, ink) => weightOn(map, ink) / sum(map),
      says: 'Where half of the picture is ink, half of a careless map lies on it: divide by the share of ink.',
    },
    {
      mine: (map, ink) =>
        map.filter((value, i) => value > 0 && ink[i]).length /
        map.filter((value) => value > 0).length /
        inkShare(ink),
      says: 'You count places; a strong place counts more: add up the values of the map.',
    },
    {
      mine: (map, ink) => weightOn(map, ink) / sum(map) - inkShare(ink),
      says: 'That is a difference; asked for is the ratio, which is 1 for a map that does not care.',
    },
  ],
});
