import { editDistance } from '../../metrics';
import { functionExercise } from '../functionExercise';

const LETTERS = 'ab2';

/** Places that differ, one text laid on the other from the left; what has no partner differs. */
function placesThatDiffer(read: string, truth: string): number {
  const longest = Math.max(read.length, truth.length);
  return Array.from({ length: longest }).filter((_, i) => read[i] !== truth[i]).length;
}

/** The table of the distance with a price for a replacement. */
function distanceAt(price: number, read: string, truth: string): number {
  let above = Array.from({ length: truth.length + 1 }, (_, column) => column);
  for (let row = 1; row <= read.length; row++) {
    const now = [row];
    for (let column = 1; column <= truth.length; column++) {
      const replaced = above[column - 1] + (read[row - 1] === truth[column - 1] ? 0 : price);
      now.push(Math.min(replaced, above[column] + 1, now[column - 1] + 1));
    }
    above = now;
  }
  return above[truth.length];
}

/** Notebook 16: how far what was read is from what stands there. */
export const distance = functionExercise<[string, string], number>({
  name: 'Edit distance',
  inputs: ['read', 'truth'],
  reference: editDistance,
  cases: [
    ['ab', 'ab'],
    ['ab', 'a2'],
    ['ab', 'a'],
    ['', 'ab2'],
    ['2ab', 'ab2'],
    ['x7n4', '7n4x'],
  ],
  random: (random) => {
    const text = (): string =>
      Array.from({ length: random.integer(6) }, () => LETTERS[random.integer(LETTERS.length)]).join('');
    return [text(), text()];
  },
  suspects: [
    {
      mine: placesThatDiffer,
      says: 'You compare place by place: one missing letter pushes all others by one, and each is counted. Let a letter be left out or put in, too.',
    },
    {
      mine: (read, truth) => distanceAt(2, read, truth),
      says: 'A replacement is one change, yours pays two for it, as for taking one out and putting another in.',
    },
    {
      mine: (read, truth) => Math.abs(read.length - truth.length),
      says: 'This is the difference of the lengths; letters that differ count, too.',
    },
  ],
});
