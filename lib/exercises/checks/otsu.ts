import { fromRows, otsu as libraryOtsu, type GreyImage } from '../../image';
import { functionExercise } from '../functionExercise';

type Score = (ink: readonly number[], paper: readonly number[]) => number;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const separation: Score = (ink, paper) => ink.length * paper.length * (mean(ink) - mean(paper)) ** 2;

/** Tries all thresholds as a student would, with one thing done otherwise. */
function search(
  image: GreyImage,
  { score = separation, wins = (a: number, b: number) => a > b * (1 + 1e-12) } = {},
): number {
  let [best, highest] = [0, 0];
  for (let t = 0; t < 256; t++) {
    const ink = [...image.data].filter((grey) => grey <= t);
    const paper = [...image.data].filter((grey) => grey > t);
    if (ink.length === 0 || paper.length === 0) continue;
    const found = score(ink, paper);
    if (wins(found, highest)) [best, highest] = [t, found];
  }
  return best;
}

/** Notebook 2: Otsu's threshold. */
export const otsu = functionExercise<[GreyImage], number>({
  name: "Otsu's threshold",
  reference: (image) => libraryOtsu(image),
  cases: [
    [fromRows([[0, 0, 255, 255]])],
    [
      fromRows([
        [10, 12, 200, 210],
        [11, 60, 205, 220],
      ]),
    ],
    [
      fromRows([
        [20, 90, 90, 90],
        [90, 90, 200, 90],
      ]),
    ],
    [
      fromRows([
        [7, 7],
        [7, 7],
      ]),
    ],
  ],
  random: (random) => [
    fromRows(
      [0, 1].map(() =>
        Array.from({ length: 8 }, () =>
          random.integer(3) === 0 ? random.integer(90) : 130 + random.integer(126),
        ),
      ),
    ),
  ],
  suspects: [
    {
      mine: (image) => search(image, { wins: (a, b) => a >= b * (1 - 1e-12) }),
      says: 'Of equally good thresholds you take the highest: ties take the lowest t. Let a later one win only if it is better, not if it is as good.',
    },
    {
      mine: (image) => (new Set(image.data).size > 1 ? search(image) + 1 : 0),
      says: 'Your threshold is one too high: values up to t are ink, t itself included (grey <= t), and ties take the lowest t.',
    },
    {
      mine: (image) => search(image, { score: (ink, paper) => (mean(ink) - mean(paper)) ** 2 }),
      says: 'You compare the distance of the means alone; weigh it by the sizes of both groups, else a single odd pixel decides.',
    },
    {
      mine: (image) => Math.round(mean([...image.data])),
      says: 'That is the mean grey: it lies where most pixels are, not where the groups part.',
    },
  ],
  remark: "It equals OpenCV's byte for byte, and yours equals it.",
});
