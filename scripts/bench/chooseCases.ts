import type { BenchRow } from './benchRow';

/** The rows that `--only` names, and of their cases those that `--case` names; all by default.
 *  Throws Error, with the names there are, for one that does not exist. */
export function chooseCases(
  rows: readonly BenchRow[],
  { only, cases }: { only?: readonly string[] | undefined; cases?: readonly string[] | undefined },
): BenchRow[] {
  refuse(
    '--only',
    only,
    rows.map(({ name }) => name),
  );
  const chosen = rows.filter(({ name }) => !only || only.includes(name));
  refuse('--case', cases, [...new Set(chosen.flatMap((row) => row.cases.map(({ name }) => name)))]);
  return chosen
    .map((row) => ({ ...row, cases: row.cases.filter(({ name }) => !cases || cases.includes(name)) }))
    .filter((row) => row.cases.length > 0);
}

function refuse(option: string, given: readonly string[] | undefined, known: readonly string[]): void {
  const unknown = given?.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new Error(`${option} must be of ${known.join(', ')}, got ${JSON.stringify(unknown)}.`);
}
