import { functionExercise } from '../functionExercise';

function count(
  rows: readonly number[],
  columns: readonly number[],
  classes: number,
  counts: (i: number) => boolean = () => true,
): number[][] {
  const table = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  rows.forEach((row, i) => {
    if (counts(i)) table[row][columns[i]]++;
  });
  return table;
}

/** Notebook 5: a confusion matrix. */
export const confusionRows = functionExercise<[number[], number[], number], number[][]>({
  name: 'Confusion rows',
  inputs: ['truth', 'predicted', 'classes'],
  reference: (truth, predicted, classes) => count(truth, predicted, classes),
  cases: [
    [[0, 0], [0, 1], 3],
    [[0, 1, 1], [0, 1, 1], 2],
    [[0, 0, 1, 1], [0, 1, 1, 1], 2],
    [[0, 0, 0, 2], [1, 1, 2, 2], 3],
  ],
  random: (random) => {
    const classes = 2 + random.integer(4);
    const draw = (): number[] => Array.from({ length: 12 }, () => random.integer(classes));
    return [draw(), draw(), classes];
  },
  suspects: [
    {
      mine: (truth, predicted, classes) => count(predicted, truth, classes),
      says: 'Rows and columns are exchanged: a row is a true class, a column an answer.',
    },
    {
      mine: (truth, predicted, classes) => count(truth, predicted, classes, (i) => truth[i] !== predicted[i]),
      says: 'Right answers count as well: they stand on the diagonal.',
    },
    {
      mine: (truth, predicted, classes) =>
        count(truth, predicted, classes).map((row) => {
          const sum = row.reduce((a, b) => a + b, 0);
          return row.map((value) => (sum === 0 ? 0 : value / sum));
        }),
      says: 'These are shares; return counts, so that a reader can see how many stand behind them.',
    },
    {
      mine: (truth, predicted) => count(truth, predicted, 1 + Math.max(...truth, ...predicted)),
      says: 'A class that did not occur still has its row and its column, of zeros: use `classes`.',
    },
  ],
});
