import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isRunning } from './isRunning';

/** A new empty folder in `parent` for work in progress, `PREFIX` and this process's number its name; the caller removes it. Those of the same
 *  prefix that killed processes left there are removed; those of running processes stay, as does everything else.
 *  Throws the file system's error. @internal */
export async function makeWorkFolder(parent: string, prefix: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    const owner = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (owner !== undefined && !isRunning(Number(owner)))
      await rm(path.join(parent, name), { recursive: true, force: true });
  }
  // Others may read it, as far as the user lets them; `mkdtemp` would keep it from them.
  for (let number = 1; ; number++) {
    const folder = path.join(parent, `${prefix}${process.pid}-${String(number).padStart(6, '0')}`);
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
