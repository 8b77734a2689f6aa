import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { resultsFolder } from './resultsFolder';

/** Which file of recorded results is meant, and what to say of it. */
export interface Recorded<T> {
  /** Who asks, for messages. */
  readonly caller: string;
  /** Name in the results' folder. */
  readonly name: string;
  readonly schema: z.ZodType<T>;
  /** What it must hold, and what makes it again. */
  readonly holds: string;
  readonly remedy: string;
}

/** A file of data/results, or the same in another folder of results. Throws RangeError naming the file when it is damaged, the
 *  system's error when it is not there, and RangeError without `folder` outside of the project. @internal */
export async function readRecorded<T>(
  { caller, name, schema, holds, remedy }: Recorded<T>,
  { folder, from }: { readonly folder?: string | undefined; readonly from?: string | undefined },
): Promise<T> {
  const file = path.resolve(folder ?? resultsFolder(caller, from), name);
  const result = schema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (result.success) return result.data;
  const [{ path: place, message }] = result.error.issues;
  throw new RangeError(
    `${caller}: ${file} must hold ${holds}, but ${place.join('.') || 'it'}: ${message}. ` +
      `Restore it, or make it again: ${remedy}.`,
  );
}
