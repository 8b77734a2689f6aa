import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isDrawingFolder } from './drawingFolder';
import { MANIFEST_FILE, readSetManifest, setEntries, STEP_FILES, type SetManifest } from './setManifest';

/** What a folder holds, as far as a set of pictures goes. */
export interface SetFolder {
  /** absent: nothing there; empty; complete: a whole set and nothing else; broken: a set with files missing
   *  or cut short; foreign: files that the generator did not put there, with or without a set. */
  readonly state: 'absent' | 'empty' | 'complete' | 'broken' | 'foreign';
  readonly manifest?: SetManifest;
  /** Files the generator did not put there, relative to the folder, sorted. */
  readonly foreign: readonly string[];
}

// Notes that file managers leave in every folder they show.
const IGNORED = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Looks at names and sizes, not at contents: 1070 pictures take some hundredths of a second. @internal */
export async function inspectSetFolder(folder: string): Promise<SetFolder> {
  const found = await look(folder);
  // Another process may have replaced the set between the reading of the names and of the manifest.
  return found.state === 'foreign' ? look(folder) : found;
}

async function look(folder: string): Promise<SetFolder> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (names === undefined) return { state: 'absent', foreign: [] };
  const manifest = await readSetManifest(folder);
  const expected = new Set(manifest === undefined ? [] : [...setEntries(manifest), MANIFEST_FILE]);
  const inSteps = manifest?.recipe.steps && names.includes('steps') ? await listSteps(folder) : [];
  const found = [...names, ...inSteps.map((name) => path.join('steps', name))];
  const foreign = found.filter((name) => {
    const skipped =
      isDrawingFolder(name) || IGNORED.has(name) || (manifest?.recipe.steps && name === 'steps');
    return !skipped && !expected.has(name);
  });
  if (foreign.length > 0) return { state: 'foreign', manifest, foreign: foreign.sort() };
  if (manifest === undefined) return { state: 'empty', foreign };
  return { state: isWhole(folder, manifest) ? 'complete' : 'broken', manifest, foreign };
}

/** The folders in `steps`, and whatever in them is no step. */
async function listSteps(folder: string): Promise<string[]> {
  const names = await readdir(path.join(folder, 'steps'), { recursive: true });
  return names.filter((name) => {
    const [, file, ...deeper] = name.split(path.sep) as [string, string?, ...string[]];
    return file === undefined || !STEP_FILES.includes(file) || deeper.length > 0;
  });
}

function isWhole(folder: string, { complete, recipe, pictures }: SetManifest): boolean {
  // One system call a file, without the thread pool's overhead.
  const size = (...names: string[]): number =>
    statSync(path.join(folder, ...names), { throwIfNoEntry: false })?.size ?? -1;
  if (!complete || pictures.some(({ file, bytes }) => size(file) !== bytes)) return false;
  return (
    !recipe.steps ||
    pictures.every(({ file }) => STEP_FILES.every((step) => size('steps', path.parse(file).name, step) > 0))
  );
}
