import type { MeasuredContestant } from './benchFile';

/** Throws Error unless all contestants that say what they made say the same. */
export function checkSums(
  caseName: string,
  contestants: readonly Pick<MeasuredContestant, 'name' | 'repetitions'>[],
): void {
  const sums = contestants.flatMap(({ name, repetitions }) =>
    repetitions.flatMap(({ sum }) => (sum === undefined ? [] : [{ name, sum }])),
  );
  const other = sums.find(({ sum }) => sum !== sums[0].sum);
  if (other === undefined) return;
  throw new Error(
    `case ${caseName}: all must make the same, but the sum of ${sums[0].name} is ${sums[0].sum} and that of ${other.name} ` +
      `${other.sum}; times of different work cannot be compared.`,
  );
}
