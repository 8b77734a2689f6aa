import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeWorkFolder } from './workFolder';

/** File in the output folder that names it as ours and lists what we wrote. */
export const MARKER = '.captcha-lab.json';

interface Marker {
  readonly files: readonly string[];
}

/** Why `folder` cannot be replaced by a new output, in one sentence; undefined when it can: it is not there, empty,
 *  or carries our marker. */
export async function whyNotReplaceable(folder: string): Promise<string | undefined> {
  if (!existsSync(folder)) return undefined;
  const entries = await readdir(folder);
  if (entries.length === 0 || entries.includes(MARKER)) return undefined;
  const name = path.basename(folder);
  return `${name}/ was not written by this command (it has no ${MARKER}); move it away and run again.`;
}

/** Replaces `folder` by `files` (path within the folder to content). They are written beside it first, in `work`,
 *  and take its place in one step. Files in the old folder that we did not write are carried over; where one stands
 *  in the way of a new file it keeps its content under its name with `.kept`.
 *  Throws Error as `whyNotReplaceable` says. */
export async function replaceOutput(
  folder: string,
  files: ReadonlyMap<string, string | Buffer>,
  { work }: { work: string },
): Promise<void> {
  const problem = await whyNotReplaceable(folder);
  if (problem !== undefined) throw new Error(problem);
  const temporary = await makeWorkFolder(work);
  const fresh = path.join(temporary, 'new');
  const old = path.join(temporary, 'old');
  try {
    for (const [name, content] of files) {
      const file = path.join(fresh, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    const marker: Marker = { files: [...files.keys()].sort() };
    await writeFile(path.join(fresh, MARKER), `${JSON.stringify(marker, null, 1)}\n`);
    if (existsSync(folder)) {
      await carryOver(folder, fresh);
      await rename(folder, old);
    }
    try {
      await rename(fresh, folder);
    } catch (error) {
      if (existsSync(old)) await rename(old, folder);
      throw error;
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Copies what others put into the old folder; the old folder stays whole until the new one is in its place. */
async function carryOver(from: string, to: string): Promise<void> {
  const ours = new Set([MARKER, ...(await readMarker(from)).files]);
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const source = path.join(entry.parentPath, entry.name);
    const name = path.relative(from, source);
    if (!entry.isFile() || ours.has(name.split(path.sep).join('/'))) continue;
    const wanted = path.join(to, name);
    const target = existsSync(wanted) ? `${wanted}.kept` : wanted;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, await readFile(source));
  }
}

async function readMarker(folder: string): Promise<Marker> {
  try {
    const { files } = JSON.parse(await readFile(path.join(folder, MARKER), 'utf8')) as Partial<Marker>;
    return { files: Array.isArray(files) ? files : [] };
  } catch {
    // A marker that cannot be read lists nothing: every file is then taken for somebody else's and kept.
    return { files: [] };
  }
}
