import { readdir, readFile, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError } from '../data';
import { describeSystemError, freeName, putFolder } from '../files';

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

/** Times that another import may come between looking and moving. */
const ATTEMPTS = 5;

/** Moves the finished folder `from` to `to`, in the same parent. When `to` holds the same files already, nothing is
 *  moved. When it holds others: DatasetError, or, with `replace`, it is kept as `to.old-1`, or the next free number.
 *  Another import that places its folder at the same moment is treated as if it had come first. */
export async function placeFolder(from: string, to: string, options: PlaceFolderOptions): Promise<Placed> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await place(from, to, options);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (attempt === ATTEMPTS || !['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(code)) throw error;
    }
  }
}

async function place(from: string, to: string, { replace, counts }: PlaceFolderOptions): Promise<Placed> {
  const fail = (received: string, remedy: string, cause?: unknown): never => {
    const rule = 'must be free, or a folder with the same data';
    throw new DatasetError('Import', [{ file: to, rule, received, remedy }], { cause });
  };
  const existing = await readdir(to).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    const { received, remedy } = describeSystemError(error);
    return fail(received, remedy, error);
  });
  if (existing === null || existing.length === 0) {
    if (existing !== null) await rmdir(to);
    await rename(from, to);
    return { status: 'imported', previous: null };
  }
  const wanted = (await readdir(from)).filter(counts);
  const difference = await compare(from, to, { wanted, existing: existing.filter(counts) });
  if (difference === null) return { status: 'identical', previous: null };
  const previous = await freeName(to);
  if (!replace) {
    return fail(
      difference,
      `To use the new data, import again with --replace (replace: true); what is there is kept as ${previous}.`,
    );
  }
  const kept = await putFolder(from, to, previous);
  return kept ? { status: 'replaced', previous } : { status: 'imported', previous: null };
}

/** How what is in `to` differs from `from`, or null when it does not. */
async function compare(
  from: string,
  to: string,
  { wanted, existing }: { readonly wanted: readonly string[]; readonly existing: readonly string[] },
): Promise<string | null> {
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
  return `other data (${existing.length} ${existing.length === 1 ? 'file' : 'files'}: ${absent} of the new ones missing, ${changed} different, ${extra} not among them)`;
}
