import type { Exercise } from '../exercise';
import { ExerciseError } from '../exerciseError';

/** Twenty CAPTCHAs of five characters each: whether each was read. */
export type Readings = readonly (readonly boolean[])[];
type Tables = () => { together: Readings; apart: Readings };

const NAME = 'Errors in company';
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

function summary(table: Readings): { p: number; estimate: number; measured: number } {
  const right = table.flat().filter(Boolean).length;
  const p = right / (5 * table.length);
  return { p, estimate: p ** 5, measured: table.filter((row) => row.every(Boolean)).length / table.length };
}

function judge(mine: Tables): string {
  const fail = (sentence: string): never => {
    throw new ExerciseError(`✗ ${NAME}: ${sentence}`);
  };
  if (typeof mine !== 'function')
    return fail('this check takes the function itself, without brackets after it.');
  const held = mine() as Partial<ReturnType<Tables>> | undefined;
  const table = (name: 'together' | 'apart'): ReturnType<typeof summary> => {
    const rows = held?.[name];
    if (
      !Array.isArray(rows) ||
      rows.length !== 20 ||
      !rows.every((row) => Array.isArray(row) && row.length === 5)
    ) {
      return fail(`${name} must be 20 rows of 5 booleans.`);
    }
    const found = summary(rows as Readings);
    if (Math.abs(found.p - 0.8) > 1e-9)
      return fail(
        `${name}: ${percent(found.p)} of its characters are right, it should be 80.0%, so that only the company differs.`,
      );
    return found;
  };
  const [together, apart] = [table('together'), table('apart')];
  const say = ({ estimate, measured }: typeof together): string =>
    `p⁵ says ${percent(estimate)}, counted are ${percent(measured)}`;
  if (together.measured < together.estimate + 0.4) {
    return fail(
      `together: ${say(together)}; make it at least 40 points more than p⁵. Let the errors pile up in few CAPTCHAs.`,
    );
  }
  if (apart.measured > apart.estimate - 0.3) {
    return fail(
      `apart: ${say(apart)}; make it at least 30 points less than p⁵. How many CAPTCHAs can twenty errors spoil?`,
    );
  }
  return `✓ ${NAME}: with the same 80.0% of characters, together ${percent(together.measured)} and apart ${percent(apart.measured)} of CAPTCHAs; p⁵ says ${percent(apart.estimate)} of both.`;
}

const rows = (wrongIn: (row: number) => number): boolean[][] =>
  Array.from({ length: 20 }, (_, row) =>
    Array.from({ length: 5 }, (_unused, place) => place >= wrongIn(row)),
  );

/** Notebook 5: tables of errors for which p⁵ is far too low, and far too high. */
export const company: Exercise<Tables> = {
  name: NAME,
  judge,
  wrong: [
    {
      mine: () => ({ together: rows(() => 1), apart: rows(() => 1) }),
      says: 'Let the errors pile up in few CAPTCHAs',
    },
    {
      mine: () => ({ together: rows((i) => (i < 4 ? 5 : 0)), apart: rows((i) => (i < 10 ? 2 : 0)) }),
      says: 'How many CAPTCHAs can twenty errors spoil?',
    },
    {
      mine: () => ({ together: rows((i) => (i < 2 ? 5 : 0)), apart: rows(() => 1) }),
      says: '90.0% of its characters are right',
    },
    {
      mine: () => ({ together: rows(() => 1).slice(1), apart: rows(() => 1) }),
      says: 'together must be 20 rows',
    },
  ],
};
