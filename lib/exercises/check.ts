import type { Exercise } from './exercise';
import { ExerciseError } from './exerciseError';
import { EXERCISES } from './exercises';

type Mine<E> = E extends Exercise<infer M, string | Promise<string>> ? M : never;

/** What checks are called with, and those that take seconds give a promise. */
type Call<E> = E extends { judge: (mine: never) => Promise<string> }
  ? (mine: Mine<E>) => Promise<void>
  : (mine: Mine<E>) => void;

/** A check for each exercise: `check.otsu(myOtsu)`. */
export type Check = { readonly [K in keyof typeof EXERCISES]: Call<(typeof EXERCISES)[K]> };

/** The checks of all exercises. Each prints one message: what agrees, on standard output, or what is wrong with the answer,
 *  on the error stream, where a notebook shows it in colour and nbgrader takes it for failed. It does not throw for
 *  a wrong answer, so that the cells behind it still run. Some take seconds and give a promise. */
export const check: Check = Object.fromEntries(
  Object.entries(EXERCISES).map(([name, { judge }]) => [
    name,
    (mine: never): Promise<void> | undefined => {
      try {
        const verdict = judge(mine);
        if (typeof verdict !== 'string') return verdict.then(praise, complain);
        praise(verdict);
      } catch (error) {
        complain(error);
      }
      return undefined;
    },
  ]),
) as unknown as Check;

function praise(sentence: string): void {
  console.log(sentence);
}

function complain(error: unknown): void {
  if (!(error instanceof ExerciseError)) throw error;
  console.error(error.message);
}
