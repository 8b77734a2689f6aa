import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/files';
import { readMarker, writeMarker } from '../notebook/replaceOutput';

/** A folder that exported files go into. */
export interface ExportFolder {
  /** Writes a file whole, or not at all. */
  readonly write: (name: string, content: string | Buffer) => Promise<void>;
}

/** Makes `folder` ready for the files `names`. What we write is listed in a marker, in `out` for a folder in there (the
 *  next `npm start` clears it), else in the folder itself; a file that no marker lists is not overwritten.
 *  out: the project's folder for output. Throws Error, before anything is written, when such a file is in the way. */
export async function openExportFolder(
  folder: string,
  { names, out }: { names: readonly string[]; out: string },
): Promise<ExportFolder> {
  const home = (await isOurs(folder, out)) ? out : folder;
  const nameIn = (name: string): string =>
    path.relative(home, path.join(folder, name)).split(path.sep).join('/');
  const marker = (await readMarker(home)) ?? { files: [], source: 'figures' as const };
  const foreign = names.find(
    (name) => existsSync(path.join(folder, name)) && !marker.files.includes(nameIn(name)),
  );
  if (foreign !== undefined) {
    throw new Error(
      `${path.join(folder, foreign)} was not written by this command; move it away, or choose another folder with --out.`,
    );
  }
  await makeFolder(folder);
  // Listed first: a run that is killed leaves files that the next one knows.
  await writeMarker(home, { ...marker, files: [...marker.files, ...names.map(nameIn)] });
  return { write: (name, content) => writeFileWhole(path.join(folder, name), content) };
}

/** Makes a folder; one that is a file, or cannot be made, is named with the option. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`--out: ${folder} must be a folder that can be written, got ${code}; name another.`, {
      cause: error,
    });
  }
}

/** Whether `folder` lies in `out`, and `out` carries our marker or may get one. */
async function isOurs(folder: string, out: string): Promise<boolean> {
  const within = path.relative(out, folder);
  if (within.startsWith('..') || path.isAbsolute(within)) return false;
  return !existsSync(out) || (await readdir(out)).length === 0 || (await readMarker(out)) !== undefined;
}
