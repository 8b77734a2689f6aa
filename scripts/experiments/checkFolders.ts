import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Flags } from './parseFlags';

/** Looks, without opening a picture, whether the folders of data that a run would take are there and hold what they should.
 *  Throws RangeError naming the option or variable, the folder and the remedy. */
export async function checkFolders(
  { data, emnist, here }: Pick<Flags, 'data' | 'emnist' | 'here'>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const captchas = named('--data', data, 'CAPTCHA_DATA', environment);
  if (captchas) await check(captchas, here, /\.(png|jpe?g)$/i, 'pictures');
  const handwriting = named('--emnist', emnist, 'CAPTCHA_EMNIST', environment);
  if (handwriting) await check(handwriting, here, /./, 'files');
}

interface Named {
  readonly by: string;
  readonly folder: string;
}

function named(
  option: string,
  value: string | undefined,
  variable: string,
  environment: NodeJS.ProcessEnv,
): Named | undefined {
  if (value !== undefined) return { by: option, folder: value };
  const folder = environment[variable]?.trim();
  return folder ? { by: variable, folder } : undefined;
}

async function check({ by, folder }: Named, here: string, wanted: RegExp, what: string): Promise<void> {
  const full = path.resolve(here, folder);
  let names: string[];
  try {
    names = await readdir(full);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const state =
      code === 'ENOENT' ? 'is not there' : code === 'ENOTDIR' ? 'is no folder' : `is not readable (${code})`;
    throw new RangeError(`${by} names ${full}, which ${state}; name another, or leave it out.`, {
      cause: error,
    });
  }
  if (!names.some((name) => wanted.test(name)))
    throw new RangeError(`${by} names ${full}, which holds no ${what}; name another, or leave it out.`);
}
