import type { GreyImage } from '../image';
import { definitionOf, STEP_NAMES, type CleaningStep } from './cleaningStep';

/** The picture after each of `steps`, in order, each of the picture's size; none for no steps. The picture stays as it is.
 *  Throws RangeError for a step of an unknown kind or an option out of range. */
export function cleaningStages(image: GreyImage, steps: readonly CleaningStep[]): GreyImage[] {
  const stages: GreyImage[] = [];
  let current = image;
  for (const step of steps) {
    const definition = definitionOf(step);
    if (definition === undefined) {
      throw new RangeError(
        `cleaningStages: step must be one of ${STEP_NAMES.join(', ')}, got ${JSON.stringify(step.step)}.`,
      );
    }
    current = definition.apply(current, step);
    stages.push(current);
  }
  return stages;
}
