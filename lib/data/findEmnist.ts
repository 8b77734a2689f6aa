import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError } from './datasetError';
import { describeSystemError } from './describeSystemError';

/** How the pictures of EMNIST lie in a folder.
 *  `official`: `emnist-balanced-{train,test}-{images-idx3,labels-idx1}-ubyte` and `emnist-balanced-mapping.txt`.
 *  `prepared`: the same with `paper19-` for `emnist-balanced-`: the report's 19 classes, already 21 x 38.
 *  `partial`: `emnist-balanced-{train,test}-partial-…`: a part of the official files, in their layout.
 *  Each with or without `.gz`. */
export type EmnistForm = 'official' | 'prepared' | 'partial';

/** The files of one form, by full path. */
export interface EmnistFiles {
  readonly form: EmnistForm;
  readonly mapping: string;
  readonly train: { readonly images: string; readonly labels: string };
  readonly test: { readonly images: string; readonly labels: string };
}

export const EMNIST_FORMS: readonly EmnistForm[] = ['official', 'prepared', 'partial'];

/** Finds the first of `forms` that is complete. Throws DatasetError saying what is missing. */
export async function findEmnist(folder: string, forms: readonly EmnistForm[]): Promise<EmnistFiles> {
  const entries = await readdir(folder).catch((error: unknown) => {
    const problem = { file: folder, rule: 'must be a folder with EMNIST', ...describeSystemError(error) };
    throw new DatasetError('EMNIST', [problem], { cause: error });
  });
  const names = new Set(entries);
  const missing = new Map<EmnistForm, string[]>();
  for (const form of forms) {
    const absent: string[] = [];
    const find = (name: string, suffixes: readonly string[]): string => {
      const found = suffixes.map((suffix) => name + suffix).find((candidate) => names.has(candidate));
      if (found === undefined) absent.push(name + suffixes[0]);
      return path.join(folder, found ?? name);
    };
    const stem = form === 'prepared' ? 'paper19' : 'emnist-balanced';
    const part = (set: string): { images: string; labels: string } => {
      const start = `${stem}-${set}${form === 'partial' ? '-partial' : ''}`;
      const packed = ['.gz', ''];
      return {
        images: find(`${start}-images-idx3-ubyte`, packed),
        labels: find(`${start}-labels-idx1-ubyte`, packed),
      };
    };
    const files = { form, mapping: find(`${stem}-mapping`, ['.txt']), train: part('train'), test: part('test') };
    if (absent.length === 0) return files;
    missing.set(form, absent);
  }
  // Tell what the form that is nearest to being complete lacks.
  const [, lacking] = [...missing].sort(([, a], [, b]) => a.length - b.length)[0];
  const problem = {
    file: folder,
    rule: 'must hold the files of EMNIST balanced',
    received: `a folder without ${lacking.join(', ')}`,
    remedy: 'Import gzip.zip of EMNIST with npm run data -- gzip.zip',
  };
  throw new DatasetError('EMNIST', [problem]);
}
