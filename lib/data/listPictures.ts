import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isPictureName, PICTURE_ENDINGS } from '../image';
import { DatasetError } from './datasetError';
import { describeSystemError } from '../files';

/** Names of the pictures directly in `folder`, in code-unit order: those that `isPictureName` knows. Throws DatasetError when the folder cannot be listed or has none. @internal */
export async function listPictures(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new DatasetError(
      'CAPTCHA folder',
      [{ file: folder, rule: 'must be a folder of pictures', ...describeSystemError(error) }],
      { cause: error },
    );
  });
  const pictures = entries.filter((entry) => !entry.isDirectory() && isPictureName(entry.name));
  // The default sort compares UTF-16 code units, whatever the locale.
  if (pictures.length > 0) return pictures.map((entry) => entry.name).sort();
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  throw new DatasetError('CAPTCHA folder', [
    {
      file: folder,
      rule: `must hold pictures (${PICTURE_ENDINGS}) directly`,
      received: `${number(entries.length - folders.length, 'other file')} and ${number(folders.length, 'sub-folder')}`,
      remedy:
        folders.length > 0
          ? `Sub-folders are not searched; did you mean ${path.join(folder, folders[0].name)}?`
          : 'Give the folder that holds the CAPTCHAs.',
    },
  ]);
}

function number(count: number, unit: string): string {
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}
