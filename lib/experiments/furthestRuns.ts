import type { ExperimentResult } from './experimentResult';

/** Of one experiment's results, those of the profile that came furthest: the widest networks first, then the most epochs done by
 *  the run in the middle, then the most seeds. By seed, ascending; none when there are none. */
export function furthestRuns(results: readonly ExperimentResult[]): ExperimentResult[] {
  const profiles = [...new Set(results.map(({ run }) => run.profile))].map((profile) => {
    const runs = results
      .filter(({ run }) => run.profile === profile)
      .sort((one, other) => one.run.seed - other.run.seed);
    const epochs = runs.map(({ last }) => last.epoch).sort((one, other) => one - other);
    const rank = [runs[0].config.width, epochs[Math.floor((epochs.length - 1) / 2)], runs.length];
    return { runs, rank };
  });
  profiles.sort((one, other) => {
    const at = one.rank.findIndex((value, index) => value !== other.rank[index]);
    return at < 0 ? 0 : other.rank[at] - one.rank[at];
  });
  return profiles[0]?.runs ?? [];
}
