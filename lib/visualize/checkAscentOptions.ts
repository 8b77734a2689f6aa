import { checkWhole } from '../checks';

/** Throws RangeError, naming the option, unless the numbers that steer gradient ascent are in their ranges. @internal */
export function checkAscentOptions({
  steps,
  stepSize,
  batchSize,
  seed,
  levels: [low, high],
}: {
  steps: number;
  stepSize: number;
  batchSize: number;
  seed: number;
  levels: readonly [number, number];
}): void {
  checkWhole('gradientAscent', { steps }, 0);
  checkWhole('gradientAscent', { batchSize }, 1);
  checkWhole('gradientAscent', { seed });
  if (!(stepSize > 0 && Number.isFinite(stepSize))) {
    throw new RangeError(`gradientAscent: stepSize must be a number above 0, got ${stepSize}.`);
  }
  if (!(low <= high && Number.isFinite(low) && Number.isFinite(high))) {
    throw new RangeError(`gradientAscent: noise must be two greys, the lower first, got ${low} and ${high}.`);
  }
}
