import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError } from '../data';
import { describeSystemError } from '../files';
import { MOST_FILES, type ImportSource, type SourceFile } from './sourceFile';

/** Folders below the one given that are still looked into: an unpacked archive has its files two down. */
const DEEPEST = 3;

/** Lists the files of a folder and its sub-folders, without hidden ones and without following links to folders.
 *  Throws DatasetError when it cannot be listed or holds too many files. */
export async function listFolder(folder: string): Promise<ImportSource> {
  const files: SourceFile[] = [];
  const fail = (file: string, problem: { received: string; remedy: string }, cause?: unknown): never => {
    throw new DatasetError('Import', [{ file, rule: 'must be a readable folder of data', ...problem }], {
      cause,
    });
  };
  const walk = async (inside: string, depth: number): Promise<void> => {
    const here = path.join(folder, inside);
    const entries = await readdir(here, { withFileTypes: true }).catch((error: unknown) =>
      fail(here, describeSystemError(error), error),
    );
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const below = inside === '' ? entry.name : `${inside}/${entry.name}`;
      const full = path.join(here, entry.name);
      if (entry.isDirectory()) {
        if (depth < DEEPEST) await walk(below, depth + 1);
        continue;
      }
      const found = await stat(full).catch(() => undefined);
      if (found !== undefined && !found.isFile()) continue;
      files.push({ path: below, size: found?.size ?? 0, read: () => readWhole(full) });
      if (files.length > MOST_FILES) {
        fail(folder, {
          received: `more than ${MOST_FILES} files`,
          remedy: 'Give the folder of the data set itself.',
        });
      }
    }
  };
  await walk('', 0);
  return { files, close: () => undefined };
}

async function readWhole(file: string): Promise<Buffer> {
  return readFile(file).catch((error: unknown) => {
    const problem = { file, rule: 'must be readable', ...describeSystemError(error) };
    throw new DatasetError('Import', [problem], { cause: error });
  });
}
