import { lstat, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError } from '../data';
import { checkSetFolder, isThisSet, type ExistingFiles } from './checkSetFolder';
import { inspectSetFolder } from './inspectSetFolder';
import { formatSetManifest, MANIFEST_FILE, setEntries, type SetManifest } from './setManifest';

/** Moves a set and its manifest, drawn in `drawing`, to `folder`, in place of the generator's set that may be
 *  there. Stopped half-way, it leaves a manifest that lists the files of both sets and is marked incomplete,
 *  so that the next call can clear up.
 *  Throws DatasetError, with nothing moved, when the folder holds what may not be replaced. @internal */
export async function moveSet(
  drawing: string,
  folder: string,
  { manifest, existing }: { manifest: SetManifest; existing: ExistingFiles },
): Promise<void> {
  const before = await inspectSetFolder(folder);
  // Another process may have drawn the same meanwhile.
  if (isThisSet(before, manifest.recipe)) return;
  checkSetFolder(folder, before, { recipe: manifest.recipe, existing });
  const old = before.manifest;
  const fresh = setEntries(manifest);
  const stale = old === undefined ? [] : setEntries(old);
  const ours = new Set(old === undefined ? [] : [...stale, MANIFEST_FILE]);
  await refuseCollisions(
    folder,
    [...fresh, MANIFEST_FILE].filter((name) => !ours.has(name)),
  );

  const manifestPath = path.join(folder, MANIFEST_FILE);
  const between = path.join(drawing, 'between.json');
  await writeFile(between, formatSetManifest(bothSets(manifest, old)));
  await rename(between, manifestPath);
  const arriving = new Set(fresh);
  for (const name of stale) {
    // A folder of steps cannot be renamed over another one.
    if (arriving.has(name) && name.endsWith('.png')) continue;
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
  if (manifest.recipe.steps) await mkdir(path.join(folder, 'steps'), { recursive: true });
  else await rmdir(path.join(folder, 'steps')).catch(() => undefined);
  for (const name of fresh) await rename(path.join(drawing, name), path.join(folder, name));
  await rename(path.join(drawing, MANIFEST_FILE), manifestPath);
}

function bothSets({ recipe, pictures }: SetManifest, old: SetManifest | undefined): SetManifest {
  const fresh = new Set(pictures.map(({ file }) => file));
  const steps = recipe.steps || old?.recipe.steps === true;
  const others = old?.pictures.filter(({ file }) => !fresh.has(file)) ?? [];
  return { recipe: { ...recipe, steps }, complete: false, pictures: [...pictures, ...others] };
}

async function refuseCollisions(folder: string, names: readonly string[]): Promise<void> {
  const taken: string[] = [];
  for (const name of names) {
    const there = await lstat(path.join(folder, name)).catch(() => undefined);
    if (there !== undefined) taken.push(name);
  }
  if (taken.length === 0) return;
  const received = 'a file that the generator did not write';
  const remedy = 'Move it away or give another folder.';
  throw new DatasetError(
    `Generated set in ${folder}`,
    taken.map((file) => ({ file, rule: 'must not exist yet', received, remedy })),
  );
}
