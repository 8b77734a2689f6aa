import type { ColumnProbabilities } from './columnProbabilities';

/** One step of CTC's forward recursion: from the probabilities of being in each state before column `step`, those after it, written to
 *  `now` and scaled to a sum of 1. Returns the sum before scaling; 0 when no state can be reached, and then all are 0. States are a
 *  blank, the first character, a blank, and so on: 2 x labels + 1. `before` is not looked at for the first column.
 *  Source: Graves et al. 2006, section 4.1. @internal */
export function ctcStep(
  { classes, values }: ColumnProbabilities,
  labels: ArrayLike<number>,
  { step, before, now }: { step: number; before: Float64Array; now: Float64Array },
): number {
  const row = step * classes;
  let sum = 0;
  for (let state = 0; state < now.length; state++) {
    const label = ctcLabel(state, classes, labels);
    let reached: number;
    if (step === 0) reached = state < 2 ? 1 : 0;
    else {
      reached = before[state] + (state > 0 ? before[state - 1] : 0);
      // A blank may be left out between different characters.
      if (state > 1 && state % 2 === 1 && label !== labels[(state >> 1) - 1]) reached += before[state - 2];
    }
    now[state] = reached * values[row + label];
    sum += now[state];
  }
  if (sum > 0) for (let state = 0; state < now.length; state++) now[state] /= sum;
  return sum;
}

/** Class that a state of `ctcStep` writes; the last class is the blank. @internal */
export function ctcLabel(state: number, classes: number, labels: ArrayLike<number>): number {
  return state % 2 === 0 ? classes - 1 : labels[state >> 1];
}
