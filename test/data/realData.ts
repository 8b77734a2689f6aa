import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(__dirname, '../../../shared/data');

/** Path of a file or folder of the real data kept beside the project, and why a test that needs it skips. */
export function realData(name: string): { path: string; skip: string | false } {
  const wanted = path.join(folder, name);
  return { path: wanted, skip: existsSync(wanted) ? false : `needs the real data: no ${wanted}` };
}
