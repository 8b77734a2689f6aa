import { chmod, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { isRunning } from './isRunning';
import { writeThrough } from './writeThrough';

let written = 0;

/** Writes a file whole or not at all: into a file beside it, named `.NAME.HOST.PROCESS-NUMBER.tmp`, which is flushed to the disk and then
 *  renamed. A file of that name is replaced and its mode kept; where the name is a link, what it leads to is. Every byte
 *  counts: where the system takes only a part (a disk that is almost full, a limit on the size of files) the rest is tried again, and the
 *  error that this brings is thrown; then nothing has changed. What a killed process of this machine has left of the same file is
 *  removed.
 *  Throws the file system's error. @internal */
export async function writeFileWhole(file: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = await stat(target).then(
    (found) => found.mode,
    () => undefined,
  );
  const folder = path.dirname(target);
  const prefix = `.${path.basename(target)}.${hostname()}.`;
  await removeAbandoned(folder, prefix);
  const beside = path.join(folder, `${prefix}${process.pid}-${++written}.tmp`);
  try {
    await writeThrough(beside, content);
    if (mode !== undefined) await chmod(beside, mode & 0o7777);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Processes of other machines that share the folder have other prefixes: theirs are left alone. */
async function removeAbandoned(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(prefix)) continue;
    const owner = /^(\d+)-\d+\.tmp$/.exec(name.slice(prefix.length))?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) await rm(path.join(folder, name), { force: true });
  }
}
