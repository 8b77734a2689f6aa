import { functionExercise } from '../functionExercise';

const repeats = (text: string): number =>
  Array.from(text).filter((letter, i, all) => letter === all[i - 1]).length;

/** Notebook 14: how few columns can spell a text. */
export const columnsNeeded = functionExercise<[string], number>({
  name: 'Columns needed',
  reference: (text) => text.length + repeats(text),
  cases: [['2nx4p'], ['nn'], ['2nn4p'], ['nnnnn'], ['nxnxn']],
  random: (random) => [Array.from({ length: 5 }, () => 'nxm'[random.integer(3)]).join('')],
  suspects: [
    {
      mine: (text) => text.length,
      says: 'Two equal neighbours melt into one unless a none stands between them: that takes a column, too.',
    },
    {
      mine: (text) => 2 * text.length - 1,
      says: 'A none is needed only between equal neighbours; different ones may stand side by side.',
    },
    {
      mine: (text) => 2 * text.length - new Set(text).size,
      says: 'A letter that comes again later needs no none: only equal neighbours do.',
    },
  ],
});
