import type { BenchFile } from './benchFile';

/** How often, on what and with what was measured, in one sentence. */
export function benchConditions({ machine, node, rows }: BenchFile): string {
  const contestants = rows.flatMap(({ cases }) => cases.flatMap((one) => one.contestants));
  const versions = Object.entries(
    Object.assign({ node }, ...contestants.map((one) => one.versions)) as Record<string, string>,
  );
  const counts = ({ cases }: BenchFile['rows'][number]): number[] =>
    cases.map(({ contestants: [{ repetitions }] }) => repetitions.length);
  const once = rows.filter((row) => counts(row).every((count) => count === 1)).map(({ name }) => name);
  const rounds = [...new Set(rows.flatMap(counts))].filter((count) => count > 1);
  const repeated = rounds.length === 0 ? [] : `medians of ${rounds.join(' and ')} rounds in turn`;
  const how = [repeated, once.length === 0 ? [] : `${once.join(', ')} once`].flat().join(', ');
  return (
    `Measured: ${how}; on ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB; ` +
    `${versions.map(([name, version]) => `${name} ${version}`).join(', ')}.`
  );
}
