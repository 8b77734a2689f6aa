import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const MANIFEST_FILE = 'manifest.json';

/** To be raised when the same recipe gives other pictures, so that sets drawn before are drawn anew. */
export const GENERATOR_VERSION = 2;

/** Files that show how a picture came about, in `steps/NAME/`. */
export const STEP_FILES: readonly string[] = ['1text.png', '2ripple.png', '3noise.png', '4final.png'];

/** What decides every picture of a set. */
export interface SetRecipe {
  readonly generator: 'captcha-lab';
  readonly version: number;
  readonly seed: number;
  readonly count: number;
  /** The one text drawn, or null for random ones. */
  readonly text: string | null;
  readonly noise: boolean;
  /** Whether each picture's steps lie in `steps/NAME/`. */
  readonly steps: boolean;
  readonly fonts: readonly { readonly file: string; readonly sha256: string }[];
}

/** One picture of a set: file name, what it shows, what draws it again, and what its file must be. */
export interface SetPicture {
  readonly file: string;
  readonly text: string;
  readonly seed: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface SetManifest {
  readonly recipe: SetRecipe;
  /** False while the pictures of one set replace those of another. */
  readonly complete: boolean;
  readonly pictures: readonly SetPicture[];
}

/** The manifest in `folder`, or undefined when there is none, or none that the generator wrote. */
export async function readSetManifest(folder: string): Promise<SetManifest | undefined> {
  const text = await readFile(path.join(folder, MANIFEST_FILE), 'utf8').catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const manifest = JSON.parse(text) as SetManifest;
    const ours =
      (manifest.recipe.generator as string) === 'captcha-lab' && manifest.pictures.every(isPlainName);
    return ours ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/** The manifest as text: one line a picture, so that two can be compared. @internal */
export function formatSetManifest({ recipe, complete, pictures }: SetManifest): string {
  const lines = pictures.map((picture) => `    ${JSON.stringify(picture)}`);
  const head = `  "recipe": ${JSON.stringify(recipe)},\n  "complete": ${complete}`;
  return `{\n${head},\n  "pictures": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** What a set has in its folder besides the manifest: pictures, and folders with the steps. @internal */
export function setEntries({ recipe, pictures }: SetManifest): string[] {
  const steps = recipe.steps ? pictures.map(({ file }) => path.join('steps', path.parse(file).name)) : [];
  return [...pictures.map(({ file }) => file), ...steps];
}

/** What a manifest lists may be deleted, so it must not reach out of its folder. */
function isPlainName({ file }: SetPicture): boolean {
  return file.endsWith('.png') && path.posix.basename(file) === file && path.win32.basename(file) === file;
}
