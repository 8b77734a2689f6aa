import { dilate } from '../../../../../lib/image/dilate';
import { erode } from '../../../../../lib/image/erode';
import type { GreyImage } from '../../../../../lib/image/greyImage';
import { otsu } from '../../../../../lib/image/otsu';
import { threshold } from '../../../../../lib/image/threshold';

/** One step of the cleaning and its knobs. */
export type Step =
  | { readonly kind: 'threshold'; at: number | 'otsu' }
  | { readonly kind: 'dilate' | 'erode'; rows: number; columns: number; iterations: number };

/** The report's: threshold by Otsu, dilate and erode 3 x 3, dilate by 3 rows and one column. */
export function reportSteps(): Step[] {
  return [
    { kind: 'threshold', at: 'otsu' },
    { kind: 'dilate', rows: 3, columns: 3, iterations: 1 },
    { kind: 'erode', rows: 3, columns: 3, iterations: 1 },
    { kind: 'dilate', rows: 3, columns: 1, iterations: 1 },
  ];
}

/** A step as it is when it is added. */
export function newStep(kind: Step['kind']): Step {
  return kind === 'threshold' ? { kind, at: 'otsu' } : { kind, rows: 3, columns: 3, iterations: 1 };
}

/** What each step leaves of the picture, in order. Throws RangeError as the operations do. */
export function applySteps(image: GreyImage, steps: readonly Step[]): GreyImage[] {
  const results: GreyImage[] = [];
  for (const step of steps) results.push(applyStep(results.at(-1) ?? image, step));
  return results;
}

function applyStep(image: GreyImage, step: Step): GreyImage {
  if (step.kind === 'threshold') return threshold(image, { at: thresholdOf(image, step.at) });
  const { rows, columns, iterations } = step;
  return (step.kind === 'dilate' ? dilate : erode)(image, { kernel: { rows, columns }, iterations });
}

/** The threshold that a step takes for this picture. */
export function thresholdOf(image: GreyImage, at: number | 'otsu'): number {
  return at === 'otsu' ? otsu(image) : at;
}
