import { functionExercise } from '../functionExercise';

const all = (n: number): number[] => Array.from({ length: n + 1 }, (_, k) => k);
const truncated = (share: number): string => (Math.floor(1e4 * share + 1e-9) / 100).toFixed(2);

/** Notebook 9: the counts that a printed percentage may stand for. */
export const countsBehind = functionExercise<[string, number], number[]>({
  name: 'Counts behind a percentage',
  inputs: ['printed', 'n'],
  reference: (printed, n) => all(n).filter((k) => ((100 * k) / n).toFixed(2) === printed),
  cases: [
    ['50.00', 2],
    ['88.52', 1063],
    ['93.91', 1063],
    ['33.33', 30_000],
  ],
  random: (random) => {
    const n = 5 + random.integer(2000);
    const share = random.integer(2) === 0 ? random.integer(n + 1) / n : random.uniform();
    return [(100 * share).toFixed(2), n];
  },
  suspects: [
    {
      mine: (printed, n) => [Math.round((Number(printed) / 100) * n)],
      says: 'The nearest count is not always one that prints like this: try it, and return none if it does not.',
    },
    {
      mine: (printed, n) => all(n).filter((k) => truncated(k / n) === printed),
      says: 'You cut the digits off; percentages are rounded: (100 * k / n).toFixed(2).',
    },
    {
      mine: (printed, n) =>
        all(n)
          .filter((k) => ((100 * k) / n).toFixed(2) === printed)
          .slice(0, 1),
      says: 'With many cases several counts print alike: return all of them.',
    },
    {
      mine: (printed, n) => all(n).filter((k) => ((100 * k) / n).toFixed(1) === Number(printed).toFixed(1)),
      says: 'You compare one decimal; two are printed.',
    },
  ],
});
