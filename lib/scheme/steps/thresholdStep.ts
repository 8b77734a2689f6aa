import { threshold } from '../../image';
import type { StepDefinition } from './stepDefinition';

/** Black and white at a fixed value: what is above `at` becomes 255 (paper), the rest 0 (ink). See `threshold`. */
export interface ThresholdStep {
  readonly step: 'threshold';
  /** 0 to 255. */
  readonly at: number;
}

/** @internal */
export const thresholdStep: StepDefinition<ThresholdStep> = {
  step: 'threshold',
  ranges: { at: [0, 255] },
  describe: ({ at }) => `threshold at ${at}`,
  apply: (image, { at }) => threshold(image, { at }),
};
