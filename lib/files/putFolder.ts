import { rename } from 'node:fs/promises';

/** Puts the finished folder `fresh` in place of `folder`: what is there moves to `old` first, a name that is free, and back when the
 *  fresh one cannot follow. All three lie on one disk. Resolves with whether something was there.
 *  Throws the file system's error. @internal */
export async function putFolder(fresh: string, folder: string, old: string): Promise<boolean> {
  const before = await rename(folder, old).then(
    () => true,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(fresh, folder);
  } catch (error) {
    if (before) await rename(old, folder);
    throw error;
  }
  return before;
}
