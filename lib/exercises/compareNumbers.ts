import { ExerciseError } from './exerciseError';
import { showValue } from './showValue';

/** A number to be predicted. */
export interface Prediction {
  readonly value: number;
  /** How far the prediction may be off; by default as far as rounding in a calculation takes it. */
  readonly tolerance?: number;
  /** Wrong numbers that people come to, and how. */
  readonly mistakes?: readonly { readonly value: number; readonly says: string }[];
  /** For all other wrong numbers. */
  readonly hint: string;
}

/** Compares predicted numbers, which `mine` returns by name. Gives a sentence when all are right; else throws ExerciseError
 *  for the first that is not: by which mistake it comes about where that is known, and otherwise whether it is too
 *  small or too large, with a hint. The right number is not told. */
export function compareNumbers<K extends string>(
  mine: () => Readonly<Record<K, number>>,
  { name, expected, remark }: { name: string; expected: Readonly<Record<K, Prediction>>; remark?: string },
): string {
  if (typeof mine !== 'function') {
    throw new ExerciseError(`✗ ${name}: this check takes the function itself, without brackets after it.`);
  }
  const held = mine() as Readonly<Record<string, unknown>> | undefined;
  const keys = Object.keys(expected) as K[];
  for (const key of keys) {
    const given = held?.[key];
    const {
      value,
      tolerance = 1e-9 * Math.max(1, Math.abs(expected[key].value)),
      mistakes = [],
      hint,
    } = expected[key];
    const fail = (sentence: string): never => {
      throw new ExerciseError(`✗ ${name}, ${key}: ${sentence}`);
    };
    if (typeof given !== 'number' || Number.isNaN(given)) {
      return fail(`return an object with a number called ${key}, got ${showValue(given)}.`);
    }
    const close = (wanted: number): boolean => Math.abs(given - wanted) <= tolerance;
    if (close(value)) continue;
    const mistake = mistakes.find((one) => close(one.value));
    fail(
      `${showValue(given)} is not it. ${mistake?.says ?? `It is too ${given < value ? 'small' : 'large'}. ${hint}`}`,
    );
  }
  return `✓ ${name}: ${keys.length === 1 ? 'right' : keys.length === 2 ? 'both numbers are right' : `all ${keys.length} numbers are right`}.${remark ? ` ${remark}` : ''}`;
}
