/** Batches of 32 that a reader learns for: some for every label, and some whatever their number, since a network finds out where
 *  characters stand at all only after some hundred batches. Found on generated sets of 160 x 60. */
export function trainingSteps(labels: number): number {
  return Math.round(FIRST_STEPS + STEPS_A_LABEL * labels);
}

const FIRST_STEPS = 400;
const STEPS_A_LABEL = 2.4;
