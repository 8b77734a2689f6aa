import { appendFileSync } from 'node:fs';
import { currentDisplay, type DisplaySink } from './display';
import { showTable } from './showTable';

/** One of our numbers beside the report's. Counts stand as counts: `995/1063 = 93.60%`. */
export interface ResultRow {
  /** Unique in the walkthrough: `table1`. */
  readonly id: string;
  /** What was measured, in words. */
  readonly label: string;
  readonly reported: string;
  readonly ours: string;
}

/** Variable that names the file to which results are appended, one JSON object a line; `npm start` sets it. */
export const RESULTS_VARIABLE = 'CAPTCHA_LAB_RESULTS';

/** Shows our numbers beside the report's as a table and, when the walkthrough collects them, hands them on.
 *  Throws RangeError without rows or when two rows have the same id. */
export function recordResults(
  rows: readonly ResultRow[],
  {
    display = currentDisplay(),
    environment = process.env,
  }: { display?: DisplaySink; environment?: Readonly<Record<string, string | undefined>> } = {},
): void {
  const twice = rows.find(({ id }, index) => rows.findIndex((row) => row.id === id) !== index);
  if (twice) throw new RangeError(`recordResults: two rows have the id ${JSON.stringify(twice.id)}.`);
  showTable(
    rows.map(({ label, reported, ours }) => ({ label, reported, ours })),
    {
      columns: [
        { key: 'label', label: 'measured' },
        { key: 'reported', label: 'the report' },
        { key: 'ours', label: 'here' },
      ],
      display,
    },
  );
  const file = environment[RESULTS_VARIABLE];
  if (file) appendFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}
