import { readdir, readFile, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError } from '../data';
import { describeSystemError } from '../data';

export interface PlaceFolderOptions {
  /** Move a different folder out of the way instead of failing; default false. */
  readonly replace: boolean;
  /** Which files count when the two are compared. */
  readonly counts: (name: string) => boolean;
}

export interface Placed {
  readonly status: 'imported' | 'identical' | 'replaced';
  /** Where the folder that was there before lies now. */
  readonly previous: string | null;
}

/** Moves the finished folder `from` to `to`, in the same parent. When `to` holds the same files already, nothing is
 *  moved. When it holds others: DatasetError, or, with `replace`, it is kept as `to.old-1`, or the next free number. */
export async function placeFolder(
  from: string,
  to: string,
  { replace, counts }: PlaceFolderOptions,
): Promise<Placed> {
  const fail = (received: string, remedy: string, cause?: unknown): never => {
    const rule = 'must be free, or a folder with the same data';
    throw new DatasetError('Import', [{ file: to, rule, received, remedy }], { cause });
  };
  const existing = await readdir(to).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    const { received, remedy } = describeSystemError(error);
    return fail(received, remedy, error);
  });
  if (existing === null) {
    await rename(from, to);
    return { status: 'imported', previous: null };
  }
  if (existing.length === 0) {
    await rmdir(to);
    await rename(from, to);
    return { status: 'imported', previous: null };
  }
  const difference = await compare(from, to, existing.filter(counts));
  if (difference === null) return { status: 'identical', previous: null };
  const previous = await freeName(to);
  if (!replace) {
    return fail(
      difference,
      `To use the new data, import again with --replace (replace: true); what is there is kept as ${previous}.`,
    );
  }
  await rename(to, previous);
  try {
    await rename(from, to);
  } catch (error) {
    await rename(previous, to);
    throw error;
  }
  return { status: 'replaced', previous };
}

/** How what is in `to` differs from `from`, or null when it does not. */
async function compare(from: string, to: string, existing: readonly string[]): Promise<string | null> {
  const wanted = await readdir(from);
  const there = new Set(existing);
  const absent = wanted.filter((name) => !there.has(name)).length;
  const extra = existing.length - (wanted.length - absent);
  let changed = 0;
  for (const name of wanted) {
    if (!there.has(name)) continue;
    const [a, b] = await Promise.all([readFile(path.join(from, name)), readFile(path.join(to, name))]);
    if (!a.equals(b)) changed++;
  }
  if (absent + extra + changed === 0) return null;
  return `other data (${existing.length} files: ${absent} of the new ones missing, ${changed} different, ${extra} not among them)`;
}

async function freeName(to: string): Promise<string> {
  const taken = new Set(await readdir(path.dirname(to)));
  let number = 1;
  while (taken.has(`${path.basename(to)}.old-${number}`)) number++;
  return `${to}.old-${number}`;
}
