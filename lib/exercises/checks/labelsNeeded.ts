import { functionExercise } from '../functionExercise';

type Point = [number, number];

const partOf = ([, low]: Point, [, high]: Point, share: number): number => (share - low) / (high - low);

/** Notebook 16: labels for a share, between two readers. */
export const labelsNeeded = functionExercise<[Point, Point, number], number>({
  name: 'Labels needed',
  inputs: ['fewer', 'more', 'share'],
  reference: (fewer, more, share) => fewer[0] * (more[0] / fewer[0]) ** partOf(fewer, more, share),
  cases: [
    [[100, 0.2], [400, 0.6], 0.2],
    [[100, 0.2], [400, 0.6], 0.6],
    [[100, 0.2], [400, 0.6], 0.4],
    [[100, 0.69], [200, 0.94], 0.9],
  ],
  random: (random) => {
    const labels = 50 + random.integer(500);
    const low = random.integer(40) / 100;
    const high = 0.5 + random.integer(50) / 100;
    const share = low + ((high - low) * (1 + random.integer(8))) / 10;
    return [[labels, low], [labels * (2 + random.integer(4)), high], share];
  },
  tolerance: 1e-6,
  suspects: [
    {
      mine: (fewer, more, share) => fewer[0] + partOf(fewer, more, share) * (more[0] - fewer[0]),
      says: 'You go along a line over the labels themselves: halfway from 100 to 400 is 250 there. On a logarithmic axis it is 200, which is twice 100 and half of 400.',
    },
    {
      mine: (fewer, more, share) =>
        Math.log(fewer[0]) + partOf(fewer, more, share) * Math.log(more[0] / fewer[0]),
      says: 'This is the logarithm of the labels: take Math.exp of it.',
    },
    {
      mine: (fewer, more, share) => fewer[0] * (more[0] / fewer[0]) ** (1 - partOf(fewer, more, share)),
      says: 'You go from the wrong end: the part of the way is counted from the reader with fewer labels.',
    },
    {
      mine: (fewer, more, share) => fewer[0] * (more[0] / fewer[0]) ** share,
      says: 'The share is not the part of the way: how far is it from the lower share, as a part of the distance between the two?',
    },
  ],
});
