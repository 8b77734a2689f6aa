import { definitionOf, STEP_NAMES, type CleaningStep } from './cleaningStep';
import { refuse, wholeNumber } from './refuse';

/** Throws RangeError, naming the step, unless `steps` are known ones with their options, no others, in range. @internal */
export function checkSteps(steps: unknown): void {
  if (!Array.isArray(steps)) {
    return refuse('clean', steps, 'must be a list of steps', 'Give [] to leave pictures as they are.');
  }
  (steps as readonly (Partial<Pick<CleaningStep, 'step'>> | null)[]).forEach((step, index) => {
    const field = `clean[${index}]`;
    const definition = step?.step === undefined ? undefined : definitionOf(step as CleaningStep);
    if (step === null || definition === undefined) {
      const received = step === null || step.step === undefined ? step : step.step;
      return refuse(
        `${field}.step`,
        received,
        `must be one of ${STEP_NAMES.join(', ')}`,
        'Check the spelling.',
      );
    }
    const ranges: Readonly<Record<string, readonly [number, number]>> = definition.ranges;
    for (const [option, range] of Object.entries(ranges)) {
      const value = (step as Record<string, unknown>)[option];
      wholeNumber(`${field}.${option}`, value, range, `It is an option of '${String(step.step)}'.`);
    }
    const stranger = Object.keys(step).find((key) => key !== 'step' && !(key in ranges));
    if (stranger !== undefined) {
      const names = Object.keys(ranges);
      const rule = names.length === 0 ? 'takes no options' : `takes ${names.join(', ')} only`;
      refuse(`${field} ('${String(step.step)}')`, stranger, rule, 'Check the spelling.');
    }
  });
}
