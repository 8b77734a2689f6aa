import { dilateStep, type DilateStep } from './steps/dilateStep';
import { erodeStep, type ErodeStep } from './steps/erodeStep';
import { invertStep, type InvertStep } from './steps/invertStep';
import { otsuStep, type OtsuStep } from './steps/otsuStep';
import type { StepDefinition } from './steps/stepDefinition';
import { thresholdStep, type ThresholdStep } from './steps/thresholdStep';

/** One step of cleaning, as plain data: `{ step: 'dilate', rows: 3, columns: 3 }`. */
export type CleaningStep = OtsuStep | ThresholdStep | DilateStep | ErodeStep | InvertStep;

/** What is known of each kind of step. A new kind is a file in `steps` and its name here and above. */
const DEFINITIONS: {
  readonly [Kind in CleaningStep['step']]: StepDefinition<Extract<CleaningStep, { step: Kind }>>;
} = {
  otsu: otsuStep,
  threshold: thresholdStep,
  dilate: dilateStep,
  erode: erodeStep,
  invert: invertStep,
};

/** Names of all kinds of cleaning steps. */
export const STEP_NAMES = Object.keys(DEFINITIONS) as readonly CleaningStep['step'][];

/** The definition of a step's kind; undefined when there is no such kind. @internal */
export function definitionOf(step: { readonly step: string }): StepDefinition<CleaningStep> | undefined {
  // Each definition takes its own kind of step only, which its key stands for.
  return Object.hasOwn(DEFINITIONS, step.step) ? DEFINITIONS[step.step as CleaningStep['step']] : undefined;
}
