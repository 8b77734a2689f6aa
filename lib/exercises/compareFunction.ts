import { createRandom, type Random } from '../random';
import { ExerciseError, NotDoneYet } from './exerciseError';
import { firstDifference } from './firstDifference';
import { showValue } from './showValue';

/** A mistake that people make, as a function that makes it, and the sentence for those who made it. */
export interface Suspect<A extends readonly unknown[], R> {
  readonly mine: (...args: A) => R;
  readonly says: string;
}

/** How a function is to be checked. */
export interface Comparison<A extends readonly unknown[], R> {
  /** What is written, as the head of every message. */
  readonly name: string;
  readonly reference: (...args: A) => R;
  /** Small inputs, written out; they come first, the simplest first. */
  readonly cases: readonly A[];
  /** Makes one random input; 100 of them follow the written-out ones. */
  readonly random?: (random: Random) => A;
  /** How far numbers may differ, see `firstDifference`; 0 by default. */
  readonly tolerance?: number;
  readonly suspects: readonly Suspect<A, R>[];
  /** What the arguments are called in the student's stub, for the message; needed where there are several. */
  readonly inputs?: { readonly [K in keyof A]: string };
  /** A last sentence for who has solved it. */
  readonly remark?: string;
}

const ROUNDS = 100;
const SEED = 1;
const THREW = Symbol('threw');

/** Compares a function with the reference, on small written-out inputs first, then on seeded random ones. Gives a sentence
 *  when all agree; else throws ExerciseError with the first input that differs, both results, and, where all its
 *  results are those of a known mistake, which one. The function may not change its input. */
export function compareFunction<A extends readonly unknown[], R>(
  mine: (...args: A) => R,
  { name, reference, cases, random, tolerance = 0, suspects, inputs: names, remark }: Comparison<A, R>,
): string {
  const fail = (sentence: string): never => {
    throw new ExerciseError(`✗ ${name}: ${sentence}`);
  };
  if (typeof mine !== 'function') {
    return fail(`this check takes the function itself, without brackets after it, got ${showValue(mine)}.`);
  }
  const generator = createRandom(SEED);
  const rounds = random ? ROUNDS : 0;
  const inputs = [...cases, ...Array.from({ length: rounds }, () => random!(generator))];
  for (const [number, args] of inputs.entries()) {
    const which =
      number < cases.length
        ? `written-out case ${number + 1} of ${cases.length}`
        : `random case ${number - cases.length + 1}`;
    const place = `${which}, input ${showArguments(args, names)}`;
    const expected = reference(...structuredClone(args));
    const handed = structuredClone(args);
    const result = call(mine, handed, (reason) => fail(`${place}\nYour function throws: ${reason}`));
    if (result === undefined && expected !== undefined) {
      fail(`${place}\nYour function returns nothing. Does every way through it end in a return?`);
    }
    const difference = firstDifference(result, expected, tolerance);
    if (difference !== undefined) {
      const results = inputs.map((input) => attempt(mine, input));
      const suspect = suspects.find((one) =>
        inputs.every(
          (input, i) => firstDifference(attempt(one.mine, input), results[i], tolerance) === undefined,
        ),
      );
      fail(`${place}\n${sentence(difference)}${suspect ? `\n${suspect.says}` : ''}`);
    }
    if (firstDifference(handed, args) !== undefined) {
      fail(
        `${place}\nThe result is right, but your function changed its input. Make a new one, and leave the old as it was.`,
      );
    }
  }
  const agreed = `${cases.length} written-out cases${rounds > 0 ? ` and ${rounds} random ones` : ''} agree`;
  return `✓ ${name}: ${agreed}.${remark ? ` ${remark}` : ''}`;
}

function call<A extends readonly unknown[], R>(
  mine: (...args: A) => R,
  args: A,
  fail: (reason: string) => never,
): R {
  try {
    return mine(...args);
  } catch (error) {
    if (error instanceof NotDoneYet) throw error;
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** What a function gives for an input; THREW when it throws. */
function attempt<A extends readonly unknown[]>(mine: (...args: A) => unknown, args: A): unknown {
  try {
    return mine(...structuredClone(args));
  } catch {
    return THREW;
  }
}

function sentence(difference: string): string {
  return `${difference[0].toUpperCase()}${difference.slice(1)}.`;
}

/** `x = 1, y = 2`. A table fills lines of its own, and no comma begins the one behind it. */
function showArguments(args: readonly unknown[], names?: readonly string[]): string {
  const shown = args.map((value, i) => (names === undefined ? '' : `${names[i]} = `) + showValue(value));
  return shown.map((one, i) => (i === 0 ? '' : shown[i - 1].endsWith('\n') ? '' : ', ') + one).join('');
}
