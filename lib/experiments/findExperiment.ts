import { AUDITS } from './audits';
import type { Experiment } from './experiment';
import { EXPERIMENTS } from './experiments';

/** The experiment, or audit, of that name. Throws RangeError, listing the names there are, when there is none. */
export function findExperiment(name: string): Experiment {
  const all = [...EXPERIMENTS, ...AUDITS];
  const found = all.find((experiment) => experiment.name === name);
  if (!found) {
    const names = all.map((experiment) => experiment.name).join(', ');
    throw new RangeError(`There is no experiment ${JSON.stringify(name)}; there are ${names}.`);
  }
  return found;
}
