import ts from 'typescript';
import * as library from 'captcha-lab/exercises';
import type { Exercise } from 'captcha-lab/exercises';

/** What a check said. */
export interface Verdict {
  readonly passed: boolean;
  readonly message: string;
}

type Judge = Exercise<unknown, string | Promise<string>>['judge'];
const judges = library.EXERCISES as unknown as Readonly<Record<string, { judge: Judge }>>;
const asyncFunction: object = async () => {
  await Promise.resolve();
};
const AsyncFunction = asyncFunction.constructor as new (
  ...names: string[]
) => (...values: unknown[]) => Promise<void>;

/** Runs a module of an exercise notebook in this process, types taken away, and gives what its checks said, by name. What
 *  it prints is dropped. Rejects when something else than a check fails. */
export async function runExercise(code: string): Promise<Map<string, Verdict>> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  const verdicts = new Map<string, Verdict>();
  const waiting: Promise<void>[] = [];
  const note = async (name: string, mine: unknown): Promise<void> => {
    try {
      verdicts.set(name, { passed: true, message: await judges[name].judge(mine) });
    } catch (error) {
      if (!(error instanceof library.ExerciseError)) throw error;
      verdicts.set(name, { passed: false, message: error.message });
    }
  };
  const check = Object.fromEntries(
    Object.keys(judges).map((name) => [name, (mine: unknown) => waiting[waiting.push(note(name, mine)) - 1]]),
  );
  const load = (name: string): unknown =>
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a module of the kit by a name that notebooks write
    name === 'captcha-lab/exercises' ? { ...library, check } : require(name);
  const quiet = { log: () => undefined, error: () => undefined };
  await new AsyncFunction('require', 'exports', 'console', outputText)(load, {}, quiet);
  await Promise.all(waiting);
  return verdicts;
}
