import type { GreyImage } from '../image';
import type { CleaningStep } from './cleaningStep';
import { cleaningStages } from './cleaningStages';

/** The picture cleaned by `steps`, in order: the last of `cleaningStages`. Without steps, the picture itself. */
export function cleanPicture(image: GreyImage, steps: readonly CleaningStep[]): GreyImage {
  return cleaningStages(image, steps).at(-1) ?? image;
}
