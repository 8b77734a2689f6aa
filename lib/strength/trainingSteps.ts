/** Batches of 32 that a reader learns for at most: some for every label, and some whatever their number, since a network finds out where
 *  characters stand at all only after some hundred batches. At 1,000 labels each is seen 272 times, varied anew each time. */
export function trainingSteps(labels: number): number {
  return Math.round(FIRST_STEPS + STEPS_A_LABEL * labels);
}

const FIRST_STEPS = 1500;
const STEPS_A_LABEL = 7;
