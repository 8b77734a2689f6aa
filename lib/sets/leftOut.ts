import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DatasetProblem } from '../data';

/** The record, beside imported pictures, of the files that an import left out; no picture, so that the loader ignores it. @internal */
export const LEFT_OUT = 'left-out.json';

/** The record's text. @internal */
export function leftOutRecord(source: string, problems: readonly DatasetProblem[]): string {
  const why = 'Files that npm run data -- PATH --skip-bad (importData with onBad: skip) left out, and why.';
  return `${JSON.stringify({ why, source, leftOut: problems }, null, 2)}\n`;
}

/** How many files the import into `folder` left out; 0 without a record, or with one that was changed by hand.
 *  @internal */
export function countLeftOut(folder: string): number {
  try {
    const { leftOut } = JSON.parse(readFileSync(path.join(folder, LEFT_OUT), 'utf8')) as {
      leftOut?: unknown;
    };
    return Array.isArray(leftOut) ? leftOut.length : 0;
  } catch {
    return 0;
  }
}
