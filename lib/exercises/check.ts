import type { Exercise } from './exercise';
import { ExerciseError } from './exerciseError';
import { EXERCISES } from './exercises';

type Mine<E> = E extends Exercise<infer M, string> | Exercise<infer M, Promise<string>> ? M : never;
type Verdict<E> = E extends { judge: (mine: never) => Promise<string> } ? Promise<void> : void;

/** A check for each exercise: `check.otsu(myOtsu)`. */
export type Check = {
  readonly [K in keyof typeof EXERCISES]: (
    mine: Mine<(typeof EXERCISES)[K]>,
  ) => Verdict<(typeof EXERCISES)[K]>;
};

/** The checks of all exercises. Each prints one message: what agrees, on standard output, or what is wrong with the answer,
 *  on the error stream, where a notebook shows it in colour and nbgrader takes it for failed. It does not throw for
 *  a wrong answer, so that the cells behind it still run. Some take seconds and give a promise. */
export const check: Check = Object.fromEntries(
  Object.entries(EXERCISES).map(([name, { judge }]) => [
    name,
    (mine: never) => {
      try {
        const verdict = judge(mine);
        if (typeof verdict === 'string') return console.log(verdict);
        return verdict.then((sentence) => console.log(sentence), complain);
      } catch (error) {
        complain(error);
      }
    },
  ]),
) as unknown as Check;

function complain(error: unknown): void {
  if (!(error instanceof ExerciseError)) throw error;
  console.error(error.message);
}
