import type { ExperimentResult } from './experimentResult';
import { isDead } from './isDead';

/** Loss of a network that finds all 19 classes equally probable, ln 19 = 2.94. */
export const GUESSING_LOSS = Math.log(19);

/** What state a run ended in. 'guessing': its loss, on what it learns from and on what it is measured on, is still that
 *  of a network that knows nothing, within 5 %, so that its accuracy says nothing about the experiment. */
export type RunState = 'dead' | 'guessing' | 'learnt';

/** The lower of a run's last training and validation losses; NaN when neither is a number. */
export function lowestLastLoss({ history }: Pick<ExperimentResult, 'history'>): number {
  const losses = [history.loss.at(-1), history.valLoss.at(-1)].filter((loss) => typeof loss === 'number');
  return losses.length === 0 ? NaN : Math.min(...losses);
}

/** See `RunState`. */
export function runState(result: ExperimentResult): RunState {
  if (isDead(result)) return 'dead';
  return lowestLastLoss(result) > 0.95 * GUESSING_LOSS ? 'guessing' : 'learnt';
}
