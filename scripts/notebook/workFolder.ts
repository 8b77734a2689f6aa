import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** A new empty folder in `parent` for work in progress. Those that earlier processes left there when they were killed
 *  are removed; those of running processes stay. The caller removes its own. */
export async function makeWorkFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    const pid = /^work-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(path.join(parent, name), { recursive: true, force: true });
  }
  return makeNumbered(path.join(parent, `work-${process.pid}-`));
}

/** A new folder that others may read, as far as the user lets them; `mkdtemp` would keep it from them. */
async function makeNumbered(prefix: string): Promise<string> {
  for (let number = 1; ; number++) {
    const folder = `${prefix}${String(number).padStart(6, '0')}`;
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process, which may not be signalled, is alive too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
