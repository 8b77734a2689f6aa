import type { Experiment } from './experiment';
import type { RunName } from './experimentResult';
import type { ProfileName } from './profile';
import type { ExperimentData } from './experimentData';

/** Which run an experiment is on some data: the report's own division is part of the name, so that its results stand
 *  beside those of a seeded one. */
export function runNameOf(
  { name, splitBy }: Pick<Experiment, 'name' | 'splitBy'>,
  {
    profile,
    seed,
    data,
  }: {
    readonly profile: ProfileName;
    readonly seed: number;
    readonly data: Pick<ExperimentData, 'reportSplit'>;
  },
): RunName {
  const ofReport = splitBy === 'report' && data.reportSplit !== undefined;
  return { experiment: name, profile, seed, ...(ofReport && { split: 'report' as const }) };
}
