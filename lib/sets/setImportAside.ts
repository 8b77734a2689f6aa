import path from 'node:path';
import { DatasetError } from '../data';
import { describeSystemError, setAside } from '../files';

/** Takes imported CAPTCHAs out of use, so that the generated ones are read again: `folder/captchas` (folder: the project's `data`)
 *  becomes `captchas.old-1`, or the next free number; importing that folder brings them back. Gives the new path, null when nothing was imported.
 *  Throws DatasetError when the folder cannot be changed. */
export async function setImportAside(folder: string): Promise<string | null> {
  const captchas = path.join(folder, 'captchas');
  return setAside(captchas).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    const problem = {
      file: folder,
      rule: 'must be a folder that can be written',
      ...describeSystemError(error),
    };
    throw new DatasetError('Import', [problem], { cause: error });
  });
}
