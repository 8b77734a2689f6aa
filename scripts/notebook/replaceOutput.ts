import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeWorkFolder, putFolder, writeFileWhole } from 'captcha-lab/files';

/** File in the output folder that names it as ours and lists what we wrote. */
export const MARKER = '.captcha-lab.json';

/** What an output folder was made from: a run of the notebooks, the notebooks as they are in the repository, or
 *  figures taken out of those. */
export type OutputSource = 'run' | 'repository' | 'figures';

/** What the marker holds. */
export interface Marker {
  /** Paths within the folder. */
  readonly files: readonly string[];
  readonly source: OutputSource;
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
 *  source: what the files were made from, kept in the marker. Throws Error as `whyNotReplaceable` says. */
export async function replaceOutput(
  folder: string,
  files: ReadonlyMap<string, string | Buffer>,
  { work, source = 'run' }: { work: string; source?: OutputSource },
): Promise<void> {
  const problem = await whyNotReplaceable(folder);
  if (problem !== undefined) throw new Error(problem);
  const temporary = await makeWorkFolder(work, 'work-');
  const fresh = path.join(temporary, 'new');
  const old = path.join(temporary, 'old');
  try {
    for (const [name, content] of files) {
      const file = path.join(fresh, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    await writeMarker(fresh, { files: [...files.keys()], source });
    if (existsSync(folder)) await carryOver(folder, fresh);
    await putFolder(fresh, folder, old);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Copies what others put into the old folder; the old folder stays whole until the new one is in its place. */
async function carryOver(from: string, to: string): Promise<void> {
  const ours = new Set([MARKER, ...((await readMarker(from))?.files ?? [])]);
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

/** What the marker of `folder` says; undefined when the folder has none. One that cannot be read lists nothing:
 *  every file is then taken for somebody else's and kept. */
export async function readMarker(folder: string): Promise<Marker | undefined> {
  const file = path.join(folder, MARKER);
  if (!existsSync(file)) return undefined;
  try {
    const { files, source } = JSON.parse(await readFile(file, 'utf8')) as Partial<Marker>;
    return { files: Array.isArray(files) ? files : [], source: source ?? 'run' };
  } catch {
    return { files: [], source: 'run' };
  }
}

/** Marks `folder` as ours; `files` are sorted, and named once. */
export async function writeMarker(folder: string, { files, source }: Marker): Promise<void> {
  const marker: Marker = { files: [...new Set(files)].sort(), source };
  await writeFileWhole(path.join(folder, MARKER), `${JSON.stringify(marker, null, 1)}\n`);
}
