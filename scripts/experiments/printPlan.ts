import { epochsOf, runStem, type ExperimentResult, type Profile } from 'captcha-lab/experiments';
import { textTable } from '../notebook/textTable';
import type { PlannedRun } from './plannedRuns';
import { quantity } from 'captcha-lab/metrics';

/** The runs of a command, which of them are done, and how they compare in length; nothing is run. */
export function printPlan(
  runs: readonly PlannedRun[],
  results: readonly ExperimentResult[],
  profile: Profile,
  json: boolean,
): string {
  const rows = runs.map(({ stem, experiment, seed, work }) => {
    // On whichever division of the characters: which one it will be the data say.
    const result = results.find(({ run }) => runStem({ ...run, split: undefined }) === stem);
    const epochs = epochsOf(experiment, profile);
    const done = result?.complete
      ? 'done'
      : result
        ? `${quantity(result.last.epoch, 'epoch')} done`
        : 'to do';
    return { run: stem, experiment: experiment.name, seed, epochs, multiplyAdds: work, state: done };
  });
  if (json) return JSON.stringify(rows, null, 2);
  const table = rows.map(({ run, epochs, multiplyAdds, state }) => [
    run,
    String(epochs),
    (multiplyAdds / 1e12).toPrecision(3),
    state,
  ]);
  return textTable([['run', 'epochs', 'work (10^12 multiply-adds)', 'state'], ...table]);
}
