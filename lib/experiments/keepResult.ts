import type { TrainingResult } from '../training';
import type { ExperimentResult } from './experimentResult';
import { readResult, writeResult } from './resultFile';
import { resultOf } from './resultOf';

/** Puts a run's outcome into the folder. A run stopped before it finished an epoch here has nothing new to say. @internal */
export async function keepResult(
  fixed: Pick<ExperimentResult, 'run' | 'config' | 'data'>,
  trained: TrainingResult,
  files: string | undefined,
): Promise<ExperimentResult | undefined> {
  if (trained.validation.truth.length === 0) return undefined;
  // Whoever wanted only so many epochs left the rest for another time.
  const whole = trained.history.length >= fixed.config.epochs || diesHere(fixed, trained);
  const config = { ...fixed.config, precision: trained.precision };
  const result = resultOf({ ...fixed, config }, { ...trained, interrupted: trained.interrupted || !whole });
  if (files === undefined) return result;
  // Somebody else may have come further meanwhile, as when this process slept and lost its claim.
  const there = await readResult(`${files}.json`);
  if (there && (there.complete || there.last.epoch > result.last.epoch)) return there;
  await writeResult(`${files}.json`, result);
  return result;
}

/** Whether the run has ended for good because its network is dead or diverging. */
function diesHere({ config }: Pick<ExperimentResult, 'config'>, { diagnosis }: TrainingResult): boolean {
  return config.stopWhenDead && diagnosis !== undefined && diagnosis.kind !== 'slow';
}
