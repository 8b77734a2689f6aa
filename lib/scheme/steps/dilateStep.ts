import { dilate } from '../../image';
import type { StepDefinition } from './stepDefinition';

/** Each pixel becomes the largest under a full rectangle: white grows, dark lines and strokes get thinner. See `dilate`. */
export interface DilateStep {
  readonly step: 'dilate';
  /** Sides of the rectangle in pixels, 1 to 99. */
  readonly rows: number;
  readonly columns: number;
}

/** @internal */
export const dilateStep: StepDefinition<DilateStep> = {
  step: 'dilate',
  ranges: { rows: [1, 99], columns: [1, 99] },
  describe: ({ rows, columns }) => `dilation ${rows} x ${columns}`,
  apply: (image, { rows, columns }) => dilate(image, { kernel: { rows, columns } }),
};
