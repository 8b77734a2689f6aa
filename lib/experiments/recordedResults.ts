import path from 'node:path';
import type { Experiment } from './experiment';
import type { ExperimentResult } from './experimentResult';
import { EXPERIMENTS } from './experiments';
import { furthestRuns } from './furthestRuns';
import { openResults } from './openResults';
import type { ProfileName } from './profile';
import { resultsFolder } from './resultsFolder';

/** What is on record of one experiment: the runs of the profile that came furthest, one a seed; see `furthestRuns`. */
export interface RecordedExperiment {
  readonly experiment: Experiment;
  /** Undefined when nothing was run. */
  readonly profile: ProfileName | undefined;
  /** By seed, ascending; some may have stopped before the profile's last epoch. */
  readonly runs: readonly ExperimentResult[];
}

export interface RecordedResultsOptions {
  /** Folder of result files; the project's data/results by default. */
  readonly folder?: string;
  /** A folder within the project; the working directory by default. */
  readonly from?: string;
  /** Experiments or audits to look for; the report's nine by default. */
  readonly experiments?: readonly Experiment[];
}

/** Recorded results of runs on the report's own data, one entry an experiment, in the experiments' order; an experiment without any
 *  has no runs. Results of other data in the folder are passed over.
 *  Throws RangeError when a result is damaged, or without `folder` outside of the project. */
export async function recordedResults({
  folder,
  from,
  experiments = EXPERIMENTS,
}: RecordedResultsOptions = {}): Promise<RecordedExperiment[]> {
  const all = await openResults(path.resolve(folder ?? resultsFolder('recordedResults', from)));
  return experiments.map((experiment) => {
    const runs = furthestRuns(all, experiment.name);
    const profile = runs.at(0)?.run.profile;
    return { experiment, profile, runs };
  });
}
