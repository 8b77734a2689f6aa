import { compareFunction, type Comparison } from './compareFunction';
import type { Exercise } from './exercise';

/** An exercise in which a function is written, checked by `compareFunction`. The wrong answers are its suspects. */
export function functionExercise<A extends readonly unknown[], R>(
  comparison: Comparison<A, R>,
): Exercise<(...args: A) => R> {
  return {
    name: comparison.name,
    judge: (mine) => compareFunction(mine, comparison),
    wrong: comparison.suspects,
  };
}
