import { readdir, rename } from 'node:fs/promises';
import path from 'node:path';

/** Moves `folder` out of the way, to `folder.old-1` or the next free number, and gives that name. Throws the file system's
 *  error. @internal */
export async function setAside(folder: string): Promise<string> {
  const aside = await freeName(folder);
  await rename(folder, aside);
  return aside;
}

/** The name that `setAside` would give. @internal */
export async function freeName(folder: string): Promise<string> {
  const taken = new Set(await readdir(path.dirname(folder)));
  let number = 1;
  while (taken.has(`${path.basename(folder)}.old-${number}`)) number++;
  return `${folder}.old-${number}`;
}
