import type { ExperimentResult } from './experimentResult';
import { lowerMedian } from './lowerMedian';

/** Of an experiment's results on one kind of data (the name of `Dataset`; the report's own by default), those of the profile that came furthest: the
 *  widest networks first, then the most epochs done by the run in the middle, then the most seeds. By seed, ascending;
 *  none when there are none. */
export function furthestRuns(
  results: readonly ExperimentResult[],
  experiment: string,
  dataName = 'real data',
): ExperimentResult[] {
  const mine = results.filter(({ run, data }) => run.experiment === experiment && data.name === dataName);
  const profiles = [...new Set(mine.map(({ run }) => run.profile))].map((profile) => {
    const runs = mine
      .filter(({ run }) => run.profile === profile)
      .sort((one, other) => one.run.seed - other.run.seed);
    const middle = lowerMedian(runs, ({ last }) => last.epoch)!;
    const rank = [middle.config.width, middle.last.epoch, runs.length];
    return { runs, rank };
  });
  profiles.sort((one, other) => {
    const at = one.rank.findIndex((value, index) => value !== other.rank[index]);
    return at < 0 ? 0 : other.rank[at] - one.rank[at];
  });
  return profiles[0]?.runs ?? [];
}
