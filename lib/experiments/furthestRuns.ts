import type { ExperimentResult, RunName } from './experimentResult';
import { lowerMedian } from './lowerMedian';

/** Of an experiment's results on one kind of data (the name of `Dataset`; the report's own by default), those of the profile and division that came furthest:
 *  the most training first, as epochs done by the run in the middle times the widths, then the report's own division, then
 *  the most seeds. By seed, ascending; none when there are none. */
export function furthestRuns(
  results: readonly ExperimentResult[],
  experiment: string,
  dataName = 'real data',
): ExperimentResult[] {
  return firstRanked(kindsOfRuns(results, experiment, dataName), (runs) => {
    const middle = lowerMedian(runs, ({ last }) => last.epoch)!;
    return [middle.last.epoch * middle.config.width, middle.run.split === 'report' ? 1 : 0, runs.length];
  });
}

/** The same, but those whose run in the middle reads most: of a recipe of ours the question is what it can reach. */
export function bestRuns(
  results: readonly ExperimentResult[],
  experiment: string,
  dataName = 'real data',
): ExperimentResult[] {
  const share = ({ best }: ExperimentResult): number => best.correct / best.n;
  return firstRanked(kindsOfRuns(results, experiment, dataName), (runs) => [
    share(lowerMedian(runs, share)!),
    runs.length,
  ]);
}

/** Runs that differ in their seeds only, by seed. */
function kindsOfRuns(
  results: readonly ExperimentResult[],
  experiment: string,
  dataName: string,
): ExperimentResult[][] {
  const mine = results.filter(({ run, data }) => run.experiment === experiment && data.name === dataName);
  const kindOf = ({ profile, split }: RunName): string => `${profile} ${split ?? 'seeded'}`;
  return [...new Set(mine.map(({ run }) => kindOf(run)))].map((kind) =>
    mine.filter(({ run }) => kindOf(run) === kind).sort((one, other) => one.run.seed - other.run.seed),
  );
}

/** The kind with the highest rank, number by number; of equals the first. */
function firstRanked(
  kinds: readonly ExperimentResult[][],
  rankOf: (runs: readonly ExperimentResult[]) => number[],
): ExperimentResult[] {
  const ranked = kinds.map((runs) => ({ runs, rank: rankOf(runs) }));
  ranked.sort((one, other) => {
    const at = one.rank.findIndex((value, index) => value !== other.rank[index]);
    return at < 0 ? 0 : other.rank[at] - one.rank[at];
  });
  return ranked[0]?.runs ?? [];
}
