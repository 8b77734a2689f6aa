import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { putFolder } from 'captcha-lab/files';

export interface WriteFolderOptions {
  /** Names, relative and with `/`, of the files that a folder of ours may hold. */
  readonly own: ReadonlySet<string>;
  /** Whether to write into a folder that holds other files too, which stay. */
  readonly force: boolean;
}

/** A folder that is in the way, which `--force` may or may not help against. */
export class FolderTakenError extends Error {}

/** Writes `files` as folder `folder`, whole or not at all: into a hidden folder beside it, which is then renamed.
 *  An older folder of ours (it holds no other names than `own`) is replaced.
 *  Throws FolderTakenError when something else is there. */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, Buffer>,
  { own, force }: WriteFolderOptions,
): Promise<void> {
  const state = await stateOf(folder, own);
  if (state === 'file') throw new FolderTakenError(`${folder} is in the way: it is no folder`);
  if (state === 'foreign' && !force) {
    throw new FolderTakenError(
      `${folder} holds other files, so nothing was written; choose another --out, or --force to add to them`,
    );
  }
  const partial = beside(folder, 'partial');
  await removeOwn(partial, own);
  try {
    for (const [name, bytes] of files) {
      const file = path.join(partial, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    if (state === 'foreign') {
      for (const name of files.keys()) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await rename(path.join(partial, name), path.join(folder, name));
      }
    } else {
      // rename replaces no folder that has files in it: the old one steps aside first.
      const old = beside(folder, 'old');
      await removeOwn(old, own);
      await putFolder(partial, folder, old);
      await removeOwn(old, own);
    }
  } finally {
    await removeOwn(partial, own);
  }
}

function beside(folder: string, purpose: string): string {
  return path.join(path.dirname(folder), `.${path.basename(folder)}.${purpose}`);
}

/** Removes a hidden folder that this command left, or throws when it holds anything else. */
async function removeOwn(folder: string, own: ReadonlySet<string>): Promise<void> {
  const state = await stateOf(folder, own);
  if (state === 'file' || state === 'foreign') {
    throw new FolderTakenError(`${folder} is in the way: it holds other files; move it elsewhere`);
  }
  await rm(folder, { recursive: true, force: true });
}

async function stateOf(
  folder: string,
  own: ReadonlySet<string>,
): Promise<'absent' | 'own' | 'foreign' | 'file'> {
  try {
    if (!(await lstat(folder)).isDirectory()) return 'file';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'absent';
    throw error;
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const folders = new Set([...own].map((name) => path.posix.dirname(name)));
  const expected = entries.every((entry) => {
    const name = path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
    return entry.isDirectory() ? folders.has(name) : entry.isFile() && own.has(name);
  });
  return expected ? 'own' : 'foreign';
}
