import { access, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { putFolder } from '../files';

/** Files of a model in tfjs's layout. */
export const MODEL_FILE = 'model.json';
export const WEIGHTS_FILE = 'weights.bin';

/** Where the old model waits while a new one takes its place. */
export function previousFolder(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}.previous`);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Puts the old model back if saving was cut off between moving it away and moving the new one in. */
export async function recoverFolder(folder: string): Promise<void> {
  if (!(await exists(folder)) && (await exists(previousFolder(folder)))) {
    await rename(previousFolder(folder), folder);
  }
}

/** Fills a new folder by `write` and puts it in place of `folder`, as a whole or not at all.
 *  Throws RangeError when `folder` holds anything but a model. */
export async function replaceFolder(
  folder: string,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const previous = previousFolder(folder);
  await mkdir(dirname(folder), { recursive: true });
  await recoverFolder(folder);
  await refuseForeign(folder);
  const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}.new`);
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary);
  try {
    await write(temporary);
    await rm(previous, { recursive: true, force: true });
    await putFolder(temporary, folder, previous);
  } catch (error) {
    await recoverFolder(folder);
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
}

async function refuseForeign(folder: string): Promise<void> {
  if (!(await exists(folder))) return;
  const foreign = (await readdir(folder)).find((name) => name !== MODEL_FILE && name !== WEIGHTS_FILE);
  if (foreign !== undefined) {
    throw new RangeError(
      `saveModel: ${folder} must be new or hold only a saved model, but it has "${foreign}"; name another folder.`,
    );
  }
}
