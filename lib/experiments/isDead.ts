import { CLIPPED_LOSS } from '../training';
import type { ExperimentResult } from './experimentResult';

/** Whether a run ended with a network that learns no more: the trainer found it dead or diverging, or it ended on one
 *  class for all with nothing but clipped losses, for then no gradient is left (the trainer wants to see that for three
 *  epochs, which the last of a run may not have). @internal */
export function isDead({ diagnosis, confusion, history, last }: ExperimentResult): boolean {
  if (diagnosis !== null && diagnosis.kind !== 'slow') return true;
  const answers = confusion[0].filter((_, column) => confusion.some((row) => row[column] > 0)).length;
  const loss = history.valLoss.at(-1) ?? Infinity;
  return answers === 1 && Math.abs(loss - CLIPPED_LOSS * (1 - last.correct / last.n)) < 1e-3;
}
