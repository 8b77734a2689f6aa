import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError } from '../data';
import { bundledFonts } from './bundledFonts';
import { drawSet, type DrawSetOptions } from './drawSet';
import { makeDrawingFolder } from './drawingFolder';
import { inspectSetFolder, type SetFolder } from './inspectSetFolder';
import { loadFont } from './loadFont';
import { moveSet } from './moveSet';
import {
  formatSetManifest,
  GENERATOR_VERSION,
  MANIFEST_FILE,
  type SetManifest,
  type SetRecipe,
} from './setManifest';

export interface WriteGeneratedSetOptions extends DrawSetOptions {
  /** Put the set beside files that the generator did not write. They are never overwritten. Default false. */
  force?: boolean;
}

export interface WrittenSet {
  readonly manifest: SetManifest;
  /** False when the folder already held this very set. */
  readonly drawn: boolean;
}

/** Draws a set of CAPTCHAs into `folder`: pictures `TEXT.png` (of a fixed text also `TEXT-2.png`, …), which loadCaptchas reads,
 *  optionally `steps/TEXT/1text.png` to `4final.png`, and `manifest.json` with seed and SHA-256 of each. A folder that holds this set
 *  already is left as it is; another set of the generator's, or a broken one, is replaced. Drawn in a temporary folder first: a
 *  process that is stopped leaves the folder as it was, and two at once do not disturb each other.
 *  Throws DatasetError when the folder holds files of others (with `force`: only when one has a name that the set needs),
 *  RangeError for a bad count, text or font size, Error for an unreadable font. */
export async function writeGeneratedSet(
  folder: string,
  { force = false, ...options }: WriteGeneratedSetOptions,
): Promise<WrittenSet> {
  checkFileName(options.text);
  const recipe = describeRecipe(options);
  const before = await inspectSetFolder(folder);
  if (isThisSet(before, recipe)) return { manifest: before.manifest as SetManifest, drawn: false };
  if (before.state === 'foreign' && !force) throw foreignFiles(folder, before.foreign);
  const inside = before.state !== 'absent';
  const drawing = inside
    ? await makeDrawingFolder(folder, '')
    : await makeDrawingFolder(path.dirname(path.resolve(folder)), path.basename(folder));
  try {
    const manifest: SetManifest = { recipe, complete: true, pictures: await drawSet(drawing, options) };
    if (inside) {
      await moveSet(drawing, folder, { manifest, before });
      return { manifest, drawn: true };
    }
    await writeFile(path.join(drawing, MANIFEST_FILE), formatSetManifest(manifest));
    try {
      await rename(drawing, folder);
    } catch (error) {
      // Another process may have been faster.
      if (!isThisSet(await inspectSetFolder(folder), recipe)) throw error;
    }
    return { manifest, drawn: true };
  } finally {
    await rm(drawing, { recursive: true, force: true });
  }
}

function describeRecipe(options: DrawSetOptions): SetRecipe {
  const { seed, count, text = null, noise = true, steps = false, fonts = bundledFonts() } = options;
  return {
    generator: 'captcha-lab',
    version: GENERATOR_VERSION,
    seed,
    count,
    text,
    noise,
    steps,
    fonts: fonts.map(loadFont).map(({ file, sha256 }) => ({ file, sha256 })),
  };
}

function isThisSet({ state, manifest }: SetFolder, recipe: SetRecipe): boolean {
  return state === 'complete' && JSON.stringify(manifest?.recipe) === JSON.stringify(recipe);
}

function foreignFiles(folder: string, foreign: readonly string[]): DatasetError {
  const named = foreign.slice(0, 3).join(', ') + (foreign.length > 3 ? `, … (${foreign.length} in all)` : '');
  return new DatasetError('Generated set', [
    {
      file: folder,
      rule: 'must be new, empty or hold only what the generator wrote',
      received: named,
      remedy: 'Give another folder or move these files away.',
    },
  ]);
}

function checkFileName(text: string | undefined): void {
  if (text === undefined) return;
  // What Windows, macOS or Linux refuse in a name, and a leading dot, which hides a file.
  if (/[\u0000-\u001f<>:"/\\|?*]|^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)$/i.test(text)) {
    throw new RangeError(
      `writeGeneratedSet: text names the pictures, and ${JSON.stringify(text)} cannot name a file.`,
    );
  }
}
