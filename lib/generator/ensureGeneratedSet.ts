import type { SetProgress } from './drawSet';
import { writeGeneratedSet } from './writeGeneratedSet';

/** Size of the real data set. */
export const GENERATED_COUNT = 1070;

/** Seed of the embedded data set. */
export const GENERATED_SEED = 20260101;

export interface EnsureGeneratedSetOptions {
  /** How many CAPTCHAs. Default 1070, as many as the real set has. */
  count?: number;
  /** A whole number. Default 20260101. */
  seed?: number;
  /** Called after each picture while the set is drawn. */
  onProgress?: (progress: SetProgress) => void;
}

/** The embedded data set: makes sure that `folder` holds it and returns `folder`, to be given to
 *  loadCaptchas. Drawn once, in a few seconds; later calls look at the manifest and the files' names and
 *  sizes only. A set with files missing or cut short, or drawn by another version or with other options, is
 *  drawn anew. Two processes may call it at once.
 *  Throws DatasetError when the folder holds files that the generator did not write; they are left alone. */
export async function ensureGeneratedSet(
  folder: string,
  { count = GENERATED_COUNT, seed = GENERATED_SEED, onProgress }: EnsureGeneratedSetOptions = {},
): Promise<string> {
  await writeGeneratedSet(folder, { count, seed, onProgress, existing: 'replace' });
  return folder;
}
