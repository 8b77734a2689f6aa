import { invert } from '../../image';
import type { StepDefinition } from './stepDefinition';

/** Black for white: for pictures whose text is brighter than their ground. See `invert`. */
export interface InvertStep {
  readonly step: 'invert';
}

/** @internal */
export const invertStep: StepDefinition<InvertStep> = {
  step: 'invert',
  ranges: {},
  describe: () => 'black for white',
  apply: (image) => invert(image),
};
