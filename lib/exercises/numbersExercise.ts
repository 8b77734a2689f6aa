import { compareNumbers, type Prediction } from './compareNumbers';
import type { Exercise } from './exercise';

/** An exercise in which numbers are predicted: a function without arguments that returns them by name, checked by
 *  `compareNumbers`. The wrong answers are the mistakes of each number, with all others right. */
export function numbersExercise<K extends string>(options: {
  readonly name: string;
  readonly expected: Readonly<Record<K, Prediction>>;
  readonly remark?: string;
}): Exercise<() => Readonly<Record<K, number>>> {
  const predictions = Object.entries<Prediction>(options.expected);
  const right = Object.fromEntries(predictions.map(([key, { value }]) => [key, value])) as Record<K, number>;
  return {
    name: options.name,
    judge: (mine) => compareNumbers(mine, options),
    wrong: predictions.flatMap(([key, { mistakes = [] }]) =>
      mistakes.map(({ value, says }) => ({ mine: () => ({ ...right, [key]: value }), says })),
    ),
  };
}
