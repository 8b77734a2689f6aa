import {
  AUDITS,
  estimateWork,
  EXPERIMENTS,
  findExperiment,
  runStem,
  shareOf,
  type Experiment,
  type Profile,
} from 'captcha-lab/experiments';
import type { Flags } from './parseFlags';

/** A run that this process is to do. */
export interface PlannedRun {
  readonly experiment: Experiment;
  readonly seed: number;
  /** Name of its files. */
  readonly stem: string;
  /** Estimated multiply-adds. */
  readonly work: number;
}

/** The runs that were asked for, seed by seed so that a first result of everything comes soon, or this task's share of
 *  them. Throws RangeError for a name that there is not. */
export function plannedRuns({ names, seeds, task }: Flags, profile: Profile): PlannedRun[] {
  const groups: Record<string, readonly Experiment[]> = { all: EXPERIMENTS, audit: AUDITS };
  const experiments = new Set(
    names.flatMap((name) => (Object.hasOwn(groups, name) ? groups[name] : [findExperiment(name)])),
  );
  const runs = seeds.flatMap((seed) =>
    [...experiments].map((experiment) => ({
      experiment,
      seed,
      stem: runStem({ experiment: experiment.name, profile: profile.name, seed }),
      work: estimateWork(experiment, profile),
    })),
  );
  return task ? shareOf(runs, task) : runs;
}
