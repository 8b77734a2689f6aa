import { DatasetError } from '../data';
import type { SetFolder } from './inspectSetFolder';
import type { SetRecipe } from './setManifest';

/** What may become of files that are in a set's folder already: see WriteGeneratedSetOptions. */
export type ExistingFiles = 'keep' | 'replace' | 'add';

/** Whether a folder holds all of this very set. @internal */
export function isThisSet({ state, manifest }: SetFolder, recipe: SetRecipe): boolean {
  return state === 'complete' && sameRecipe(manifest?.recipe, recipe);
}

/** Throws DatasetError when the set of `recipe` may not be written into a folder in this state. @internal */
export function checkSetFolder(
  folder: string,
  { state, manifest, foreign }: SetFolder,
  { recipe, existing }: { recipe: SetRecipe; existing: ExistingFiles },
): void {
  if (state === 'foreign' && existing !== 'add') {
    const named =
      foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? `, … (${foreign.length} in all)` : '');
    throw refuse(folder, `files that the generator did not write: ${named}`);
  }
  if (existing === 'keep' && manifest !== undefined && !sameRecipe(manifest.recipe, recipe)) {
    const { count, seed, text } = manifest.recipe;
    const what = text === null ? '' : ` of "${text}"`;
    throw refuse(folder, `another set (${count} pictures${what}, seed ${seed})`);
  }
}

function sameRecipe(a: SetRecipe | undefined, b: SetRecipe): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function refuse(folder: string, received: string): DatasetError {
  const rule = 'must be new, empty or hold this very set';
  return new DatasetError('Generated set', [
    { file: folder, rule, received, remedy: 'Give another folder or move what is there away.' },
  ]);
}
