import { mkdir, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

const MARK = '.drawing-';

/** Whether `name` is that of a temporary folder in which a set is drawn, or was by a process that was killed.
 *  @internal */
export function isDrawingFolder(name: string): boolean {
  return /\.drawing-.*-\d+-\w{6}$/.test(name);
}

/** Makes a temporary folder in `parent` whose name begins with `name`. It tells machine and process, so that
 *  those of dead processes, which are removed here, can be told from those at work. @internal */
export async function makeDrawingFolder(parent: string, name: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  const prefix = `${name}${MARK}${hostname()}-`;
  for (const entry of await readdir(parent)) {
    const owner = entry.startsWith(prefix) ? /^(\d+)-/.exec(entry.slice(prefix.length)) : null;
    if (owner !== null && !isRunning(Number(owner[1]))) {
      await rm(path.join(parent, entry), { recursive: true, force: true });
    }
  }
  return makeNumbered(path.join(parent, `${prefix}${process.pid}-`));
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

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
