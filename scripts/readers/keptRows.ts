import { existsSync, readFileSync } from 'node:fs';
import { writeFileWhole } from 'captcha-lab/files';
import { studyStamp } from './studyStamp';

/** Measures that a file keeps; none when it is not there or was made with another stamp. */
export function readRows<T>(file: string): T[] {
  if (!existsSync(file)) return [];
  const { stamp, rows } = JSON.parse(readFileSync(file, 'utf8')) as { stamp?: string; rows: T[] };
  return stamp === studyStamp() ? rows : [];
}

/** Adds one to a file of measures. */
export async function addRow(file: string, row: object): Promise<void> {
  const rows = [...readRows<object>(file), row];
  await writeFileWhole(file, `${JSON.stringify({ stamp: studyStamp(), rows }, null, 1)}\n`);
}
