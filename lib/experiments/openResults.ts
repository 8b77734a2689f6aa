import { access, constants, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ExperimentResult } from './experimentResult';
import { readResult } from './resultFile';

/** A run's file: `sgd-study-seed1.json`. */
const RESULT_FILE = /^.+-(quick|narrow|study|paper)(-report-split)?-seed-?\d+\.json$/;

/** All results in a folder, by experiment, profile and seed; other files are left alone. None when there is no such
 *  folder, unless `write` is asked for: then it is made, and must be one that can be written.
 *  Throws RangeError when a result is damaged or the folder cannot be read or written. */
export async function openResults(
  folder: string,
  { write = false }: { readonly write?: boolean } = {},
): Promise<ExperimentResult[]> {
  let names: string[];
  try {
    if (write) {
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
    }
    names = await readdir(folder);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !write) return [];
    throw new RangeError(
      `The results folder must be one that can be ${write ? 'written' : 'read'}, got ${folder}: ${message}. Name another folder.`,
      { cause: error },
    );
  }
  const files = names.filter((name) => RESULT_FILE.test(name)).sort();
  const results = await Promise.all(files.map((name) => readResult(path.join(folder, name))));
  return results.filter((result) => result !== undefined);
}
