import { functionExercise } from '../functionExercise';

/** Notebook 14: from columns to a text. */
export const collapse = functionExercise<[number[], number], number[]>({
  name: 'CTC collapse',
  inputs: ['columns', 'none'],
  reference: (columns, none) => columns.filter((label, i) => label !== none && label !== columns[i - 1]),
  cases: [
    [[0, 2, 1], 2],
    [[0, 0, 1], 2],
    [[0, 0, 2, 0, 1, 2], 2],
    [[2, 2, 2], 2],
    [[3, 0, 3, 1, 3, 0, 0], 3],
  ],
  random: (random) => {
    const classes = 2 + random.integer(4);
    return [Array.from({ length: 10 }, () => random.integer(classes)), classes - 1];
  },
  suspects: [
    {
      mine: (columns, none) =>
        columns.filter((label) => label !== none).filter((label, i, kept) => label !== kept[i - 1]),
      says: 'You drop none first, so two equal letters melt even where none stands between them: melt neighbours first, then drop none.',
    },
    {
      mine: (columns, none) => columns.filter((label) => label !== none),
      says: 'Equal neighbours are one character: melt them before none is dropped.',
    },
    {
      mine: (columns, none) => [...new Set(columns)].filter((label) => label !== none),
      says: 'A character may come again later in the text: only equal neighbours are one.',
    },
    {
      mine: (columns) => columns.filter((label, i) => label !== columns[i - 1]),
      says: 'Neighbours are melted, but none is still there: drop it.',
    },
  ],
});
