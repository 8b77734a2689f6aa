import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic = require('write-file-atomic');
import { DatasetError } from '../data';
import { stepFolders, type SetFolder } from './inspectSetFolder';
import { formatSetManifest, MANIFEST_FILE, type SetManifest } from './setManifest';

/** Moves a set drawn in `drawing` to `folder`, in place of the set `before` that it holds. Stopped half-way, the folder has a manifest
 *  that lists the files of both sets and is marked incomplete.
 *  Throws DatasetError, with nothing moved, when a file of the set's would overwrite one that is not the generator's. @internal */
export async function moveSet(
  drawing: string,
  folder: string,
  { manifest, before }: { manifest: SetManifest; before: SetFolder },
): Promise<void> {
  const old = before.manifest?.pictures ?? [];
  const fresh = entriesOf(manifest);
  const stale = before.manifest === undefined ? [] : entriesOf(before.manifest);
  const ours = new Set(before.manifest === undefined ? [] : [...stale, MANIFEST_FILE]);
  await refuseCollisions(
    folder,
    [...fresh, MANIFEST_FILE].filter((name) => !ours.has(name)),
  );
  const kept = new Set(manifest.pictures.map(({ file }) => file));
  const between: SetManifest = {
    recipe: { ...manifest.recipe, steps: manifest.recipe.steps || before.manifest?.recipe.steps === true },
    complete: false,
    pictures: [...manifest.pictures, ...old.filter(({ file }) => !kept.has(file))],
  };
  const manifestPath = path.join(folder, MANIFEST_FILE);
  await writeFileAtomic(manifestPath, formatSetManifest(between));
  if (manifest.recipe.steps) await mkdir(path.join(folder, 'steps'), { recursive: true });
  const arriving = new Set(fresh);
  for (const name of stale) {
    // A folder cannot be renamed over one that is not empty.
    if (!arriving.has(name) || name.startsWith('steps')) {
      await rm(path.join(folder, name), { recursive: true, force: true });
    }
  }
  for (const name of fresh) await rename(path.join(drawing, name), path.join(folder, name));
  await writeFileAtomic(manifestPath, formatSetManifest(manifest));
}

/** What a set has in its folder besides the manifest: pictures, and folders with the steps. */
function entriesOf({ pictures, recipe }: SetManifest): string[] {
  const steps = recipe.steps ? stepFolders(pictures).map((name) => path.join('steps', name)) : [];
  return [...pictures.map(({ file }) => file), ...steps];
}

async function refuseCollisions(folder: string, names: readonly string[]): Promise<void> {
  const taken: string[] = [];
  for (const name of names) {
    const there = await lstat(path.join(folder, name)).catch(() => undefined);
    if (there !== undefined) taken.push(name);
  }
  if (taken.length === 0) return;
  throw new DatasetError(
    `Generated set in ${folder}`,
    taken.map((file) => ({
      file,
      rule: 'must not exist yet',
      received: 'a file that the generator did not write',
      remedy: 'Move it away or give another folder.',
    })),
  );
}
