import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isPictureName, isUnfinished, PICTURE_ENDINGS } from 'captcha-lab/image';
import { glob, isDynamicPattern } from 'tinyglobby';

/** A picture to be done. */
export interface Picture {
  /** Absolute path. */
  readonly path: string;
  /** As messages call it: the way the user named it. */
  readonly name: string;
}

/** An input or a picture that cannot be done, and why. */
export interface Failure {
  readonly file: string;
  readonly reason: string;
}

export interface FindPicturesOptions {
  /** Folder from which relative inputs are taken. */
  readonly here: string;
  /** Absolute result folder, if there is one: what lies in its sub-folders is no input of a glob. */
  readonly out?: string;
}

/** 2.png before 10.png; names that it takes for equal come in code-unit order, so that the order is always the same. */
const NATURAL = new Intl.Collator('en', { numeric: true });

/** The pictures that files, folders and globs name, each once, in the inputs' order and naturally sorted within each.
 *  A folder stands for the pictures directly in it, without hidden ones. Inputs that name none become failures. */
export async function findPictures(
  inputs: readonly string[],
  { here, out }: FindPicturesOptions,
): Promise<{ pictures: Picture[]; failures: Failure[] }> {
  const pictures = new Map<string, Picture>();
  const failures: Failure[] = [];
  for (const input of inputs) {
    const found = await expand(input, here, out);
    if (typeof found === 'string') failures.push({ file: input, reason: found });
    else for (const picture of found) if (!pictures.has(picture.path)) pictures.set(picture.path, picture);
  }
  return { pictures: [...pictures.values()], failures };
}

/** The pictures of one input, or the reason why there are none. */
async function expand(input: string, here: string, out?: string): Promise<Picture[] | string> {
  const absolute = path.resolve(here, input);
  // A name with brackets in it may well be a file's: what exists is no glob.
  const found = await stat(absolute).catch(
    (error: unknown) => (error as NodeJS.ErrnoException).code ?? 'error',
  );
  if (typeof found !== 'string') {
    if (!found.isDirectory()) return [{ path: absolute, name: input }];
    let names: string[];
    try {
      names = await readdir(absolute);
    } catch (error) {
      return `the folder cannot be read: ${(error as Error).message}`;
    }
    const chosen = names.filter(isPictureName).sort(inOrder);
    if (chosen.length === 0) {
      const cut = names.find(isUnfinished);
      const hint = cut === undefined ? '' : `, but ${cut}, an unfinished download`;
      return `the folder holds no file that ends in ${PICTURE_ENDINGS}${hint}`;
    }
    return chosen.map((name) => ({ path: path.join(absolute, name), name: path.join(input, name) }));
  }
  if (found !== 'ENOENT' && found !== 'ENOTDIR') return `cannot be read: ${found}`;
  const pattern = path.sep === '\\' ? input.replaceAll('\\', '/') : input;
  if (!isDynamicPattern(pattern)) return 'no such file or folder';
  const matches = (await glob(pattern, { cwd: here, absolute: true, onlyFiles: true }))
    .map((match) => path.resolve(match))
    .filter((match) => isPictureName(path.basename(match)) && (out === undefined || !isResult(match, out)))
    .sort(inOrder);
  if (matches.length === 0) return `no file that ends in ${PICTURE_ENDINGS} matches`;
  return matches.map((match) => ({ path: match, name: path.relative(here, match) }));
}

function inOrder(one: string, other: string): number {
  return NATURAL.compare(one, other) || (one < other ? -1 : 1);
}

/** Whether a file lies in a sub-folder of the result folder, where this command puts its own pictures. */
function isResult(file: string, out: string): boolean {
  const relative = path.relative(out, file);
  return !relative.startsWith('..') && !path.isAbsolute(relative) && relative.includes(path.sep);
}
