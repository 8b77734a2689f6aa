import { otsu, threshold } from '../../image';
import type { StepDefinition } from './stepDefinition';

/** Black and white at Otsu's threshold: 0 is ink, 255 is paper. See `otsu`, `threshold`. */
export interface OtsuStep {
  readonly step: 'otsu';
}

/** @internal */
export const otsuStep: StepDefinition<OtsuStep> = {
  step: 'otsu',
  ranges: {},
  describe: () => 'Otsu threshold',
  apply: (image) => threshold(image, { at: otsu(image) }),
};
