import { generateCaptcha } from '../../generator';
import { cropBoxes, CROP_WIDTH } from '../../report';
import type { Exercise } from '../exercise';
import { ExerciseError, NotDoneYet } from '../exerciseError';
import { showValue } from '../showValue';

const NAME = 'Better boxes';
const TEXTS = 200;
const FIRST_SEED = 10_000;
// The ripple moves the whole text by two pixels.
const MOVED = 2;
const reported = cropBoxes().map(({ x }) => x);

/** A letter's first column, and how many it has. */
type Letter = readonly [start: number, width: number];
let kept: readonly (readonly Letter[])[] | undefined;

/** Where the letters of 200 drawn texts stand. */
function texts(): readonly (readonly Letter[])[] {
  kept ??= Array.from({ length: TEXTS }, (_, i) =>
    generateCaptcha({ seed: FIRST_SEED + i, noise: false }).characters.map(({ x, width }) => [
      x + MOVED,
      width,
    ]),
  );
  return kept;
}

/** How many letters have less than half of their columns in the box of their place. */
function cutLetters(starts: readonly number[]): number {
  const inBox = ([start, width]: Letter, box: number): number =>
    Math.max(0, Math.min(start + width, box + CROP_WIDTH) - Math.max(start, box)) / width;
  return texts()
    .flatMap((letters) => letters.map((letter, place) => inBox(letter, starts[place])))
    .filter((share) => share < 0.5).length;
}

function judge(mine: () => readonly number[]): string {
  const fail = (sentence: string): never => {
    throw new ExerciseError(`✗ ${NAME}: ${sentence}`);
  };
  let given: unknown;
  try {
    given = mine();
  } catch (error) {
    if (error instanceof NotDoneYet) throw error;
    fail(`your function throws: ${String(error)}`);
  }
  if (!Array.isArray(given) || given.length !== 5) {
    return fail(`return a list of five numbers, got ${showValue(given)}.`);
  }
  const starts = given as readonly number[];
  const outside = starts.find((x) => !Number.isInteger(x) || x < 0 || x + CROP_WIDTH > 200);
  if (outside !== undefined) {
    return fail(
      `a box starts at a whole number from 0 to ${200 - CROP_WIDTH} to lie in the picture, got ${showValue(outside)}.`,
    );
  }
  const back = starts.findIndex((x, i) => i > 0 && x <= starts[i - 1]);
  if (back >= 0)
    return fail(
      `boxes go from left to right, but box ${back + 1} starts at ${starts[back]}, not behind ${starts[back - 1]}.`,
    );
  const [theirs, yours] = [cutLetters(reported), cutLetters(starts)];
  const numbers = `of ${5 * TEXTS} drawn letters ${theirs} have less than half of themselves in the report's boxes, ${yours} in yours`;
  if (yours > theirs / 2) {
    return fail(
      `${numbers}; make that at most half as many. On which columns do the second, third, … letters begin on average?`,
    );
  }
  return `✓ ${NAME}: ${numbers}. Moving boxes helps; that letters differ in width no fixed box can mend.`;
}

/** Notebook 2, research: five box starts that cut fewer letters than the report's. */
export const boxes: Exercise<() => readonly number[]> = {
  name: NAME,
  judge,
  wrong: [
    { mine: () => reported, says: 'make that at most half as many' },
    { mine: () => [30, 51, 72, 93], says: 'return a list of five numbers' },
    { mine: () => [20, 41, 62, 83, 104], says: 'begin on average' },
    { mine: () => [30, 51, 51, 93, 114], says: 'box 3 starts at 51, not behind 51' },
  ],
};
