/** Probabilities over time, row-major: steps x classes, each row summing to 1; the last class is the blank. */
export interface ColumnProbabilities {
  readonly steps: number;
  readonly classes: number;
  readonly values: Float32Array | Float64Array;
}

/** Natural logarithm of the probability that the columns spell exactly `labels`: the sum over all ways to stretch them over the
 *  columns with blanks between. -Infinity when there is none, as for a text longer than the columns.
 *  Source: Graves et al. 2006, section 4.1, with each step scaled to a sum of 1. */
export function ctcLikelihood(
  { steps, classes, values }: ColumnProbabilities,
  labels: ArrayLike<number>,
): number {
  const blank = classes - 1;
  const states = 2 * labels.length + 1;
  let before = new Float64Array(states);
  let now = new Float64Array(states);
  let log = 0;
  for (let step = 0; step < steps; step++) {
    const row = step * classes;
    let sum = 0;
    for (let state = 0; state < states; state++) {
      const label = state % 2 === 0 ? blank : labels[state >> 1];
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
    if (sum === 0) return -Infinity;
    for (let state = 0; state < states; state++) now[state] /= sum;
    log += Math.log(sum);
    [before, now] = [now, before];
  }
  const last = before[states - 1] + (states > 1 ? before[states - 2] : 0);
  return log + Math.log(last);
}
