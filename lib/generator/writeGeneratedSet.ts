import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeSystemError } from '../files';
import { DatasetError } from '../data';
import { checkSetFolder, isThisSet, type ExistingFiles } from './checkSetFolder';
import { describeRecipe } from './describeRecipe';
import { makeDrawingFolder } from './drawingFolder';
import { drawSet, type DrawSetOptions } from './drawSet';
import { generateSet } from './generateSet';
import { inspectSetFolder } from './inspectSetFolder';
import { moveSet } from './moveSet';
import { formatSetManifest, MANIFEST_FILE, type SetManifest } from './setManifest';

export interface WriteGeneratedSetOptions extends DrawSetOptions {
  /** What may become of a folder that is not empty. keep (default): nothing, unless it holds this very set,
   *  which is repaired when files are missing. replace: another set that the generator wrote gives way. add:
   *  also files of others may be there; they stay. */
  existing?: ExistingFiles;
}

export interface WrittenSet {
  readonly manifest: SetManifest;
  /** False when the folder already held this very set. */
  readonly drawn: boolean;
}

/** Draws a set of CAPTCHAs into `folder`: pictures `TEXT.png` (of a fixed text also `TEXT-2.png`, …), which
 *  loadCaptchas reads, optionally `steps/TEXT/1text.png` to `4final.png`, and `manifest.json` with the seed
 *  and SHA-256 of each. All is drawn in a temporary folder first: a process that is stopped leaves the folder
 *  as it was, and two at once do not disturb each other.
 *  Throws DatasetError when the folder holds what may not be replaced or cannot be written, RangeError for a
 *  bad count, seed or text, Error for an unreadable font, and the signal's reason. */
export async function writeGeneratedSet(
  folder: string,
  { existing = 'keep', ...options }: WriteGeneratedSetOptions,
): Promise<WrittenSet> {
  const recipe = describeRecipe(options);
  try {
    const before = await inspectSetFolder(folder);
    if (isThisSet(before, recipe)) return { manifest: before.manifest as SetManifest, drawn: false };
    checkSetFolder(folder, before, { recipe, existing });
    // Whatever is wrong with the options shows here, before anything is written.
    generateSet(options).next();
    const inside = before.state !== 'absent';
    const drawing = inside
      ? await makeDrawingFolder(folder, '')
      : await makeDrawingFolder(path.dirname(path.resolve(folder)), path.basename(path.resolve(folder)));
    try {
      const manifest: SetManifest = { recipe, complete: true, pictures: await drawSet(drawing, options) };
      await writeFile(path.join(drawing, MANIFEST_FILE), formatSetManifest(manifest));
      if (inside || !(await becomes(drawing, folder))) await moveSet(drawing, folder, { manifest, existing });
      return { manifest, drawn: true };
    } finally {
      await rm(drawing, { recursive: true, force: true });
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    const file = (error as NodeJS.ErrnoException).path ?? folder;
    const problem = { file, rule: 'must be writable', ...describeSystemError(error) };
    throw new DatasetError(`Generated set in ${folder}`, [problem], { cause: error });
  }
}

/** Renames a folder; false when another process has made one of that name meanwhile. */
async function becomes(drawing: string, folder: string): Promise<boolean> {
  try {
    await rename(drawing, folder);
    return true;
  } catch (error) {
    if (['EEXIST', 'ENOTEMPTY', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
