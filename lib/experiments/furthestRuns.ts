import type { ExperimentResult, RunName } from './experimentResult';
import { lowerMedian } from './lowerMedian';

/** Of an experiment's results on one kind of data (the name of `Dataset`; the report's own by default), those of the profile and division that came furthest:
 *  the most epochs done by the run in the middle first, then the widest networks, then the report's own division, then
 *  the most seeds. By seed, ascending; none when there are none. */
export function furthestRuns(
  results: readonly ExperimentResult[],
  experiment: string,
  dataName = 'real data',
): ExperimentResult[] {
  const mine = results.filter(({ run, data }) => run.experiment === experiment && data.name === dataName);
  const kindOf = ({ profile, split }: RunName): string => `${profile} ${split ?? 'seeded'}`;
  const kinds = [...new Set(mine.map(({ run }) => kindOf(run)))].map((kind) => {
    const runs = mine
      .filter(({ run }) => kindOf(run) === kind)
      .sort((one, other) => one.run.seed - other.run.seed);
    const middle = lowerMedian(runs, ({ last }) => last.epoch)!;
    const ofReport = middle.run.split === 'report' ? 1 : 0;
    const rank = [middle.last.epoch, middle.config.width, ofReport, runs.length];
    return { runs, rank };
  });
  kinds.sort((one, other) => {
    const at = one.rank.findIndex((value, index) => value !== other.rank[index]);
    return at < 0 ? 0 : other.rank[at] - one.rank[at];
  });
  return kinds[0]?.runs ?? [];
}
