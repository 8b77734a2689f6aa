import { functionExercise } from '../functionExercise';

const [START, GAP] = [28, 2];
const starts = (widths: readonly number[], first: number, gap: number): number[] => {
  let x = first;
  return widths.map((width) => {
    const here = x;
    x += width + gap;
    return here;
  });
};

/** Notebook 13: where letters start. */
export const letterStarts = functionExercise<[number[]], number[]>({
  name: 'Where letters start',
  reference: (widths) => starts(widths, START, GAP),
  cases: [[[20]], [[20, 21]], [[20, 21, 31, 33, 19]]],
  random: (random) => [Array.from({ length: 5 }, () => 10 + random.integer(25))],
  tolerance: 1e-9,
  suspects: [
    {
      mine: (widths) => starts(widths, START, 0),
      says: 'The gap is missing: a letter starts 2 pixels behind the end of the one before.',
    },
    { mine: (widths) => starts(widths, 200 / 7, GAP), says: 'x = 200 / 7 is cut to a whole number: 28.' },
    {
      mine: (widths) => widths.map((_, place) => START + 21 * place),
      says: "These are boxes of one width, the report's mistake: each start depends on the widths before it.",
    },
    {
      mine: (widths) => widths.map((width, place) => START + place * (width + GAP)),
      says: 'You take the width of the letter itself for all before it; add up the widths of those that come before.',
    },
    {
      mine: (widths) => starts([...widths, 0], START, GAP),
      says: 'One too many: where the text ends no letter starts.',
    },
  ],
});
