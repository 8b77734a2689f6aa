import { functionExercise } from '../functionExercise';

type Answers = number[][][];
/** Dead filters, and the share of maps without an answer. */
export interface Found {
  dead: number[];
  blankShare: number;
}

const filtersOf = (answers: Answers): number[] => answers[0].map((_, filter) => filter);
const blank = (map: readonly number[]): boolean => Math.max(...map) <= 0;
const blankShare = (answers: Answers): number => {
  const maps = answers.flat();
  return maps.filter(blank).length / maps.length;
};

/** Notebook 10: filters that never answer. */
export const deadOnes = functionExercise<[Answers], Found>({
  name: 'Dead filters',
  reference: (answers) => ({
    dead: filtersOf(answers).filter((filter) => answers.every((maps) => blank(maps[filter]))),
    blankShare: blankShare(answers),
  }),
  cases: [
    [
      [
        [
          [0, 1],
          [0, 0],
        ],
        [
          [2, 0],
          [0, 0],
        ],
      ],
    ],
    [
      [
        [
          [0, 0],
          [3, 0],
        ],
        [
          [1, 0],
          [0, 0],
        ],
      ],
    ],
    [
      [
        [
          [0, 0],
          [0, 0],
          [1, 1],
        ],
      ],
    ],
  ],
  random: (random) => {
    const pictures = 1 + random.integer(4);
    const filters = 2 + random.integer(4);
    const map = (): number[] => Array.from({ length: 3 }, () => Math.max(0, random.integer(8) - 6));
    return [Array.from({ length: pictures }, () => Array.from({ length: filters }, map))];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: (answers) => ({
        dead: filtersOf(answers).filter((filter) => answers.some((maps) => blank(maps[filter]))),
        blankShare: blankShare(answers),
      }),
      says: 'Blank for one picture is not dead: a filter is dead only if it answers to none of the pictures.',
    },
    {
      mine: (answers) => {
        const dead = filtersOf(answers).filter((filter) => answers.every((maps) => blank(maps[filter])));
        return { dead, blankShare: dead.length / filtersOf(answers).length };
      },
      says: 'That is the share of dead filters. blankShare counts, over all pictures and filters, the maps without an answer.',
    },
    {
      mine: (answers) => ({
        dead: filtersOf(answers).filter((filter) => answers.every((maps) => maps[filter][0] <= 0)),
        blankShare: answers.flat().filter((map) => map[0] <= 0).length / answers.flat().length,
      }),
      says: 'You look at the first place of a map only: a filter may answer anywhere in it.',
    },
  ],
});
