import { erode } from '../../image';
import type { StepDefinition } from './stepDefinition';

/** Each pixel becomes the smallest under a full rectangle: dark strokes get thicker. See `erode`. */
export interface ErodeStep {
  readonly step: 'erode';
  /** Sides of the rectangle in pixels, 1 to 99. */
  readonly rows: number;
  readonly columns: number;
}

/** @internal */
export const erodeStep: StepDefinition<ErodeStep> = {
  step: 'erode',
  ranges: { rows: [1, 99], columns: [1, 99] },
  describe: ({ rows, columns }) => `erosion ${rows} x ${columns}`,
  apply: (image, { rows, columns }) => erode(image, { kernel: { rows, columns } }),
};
