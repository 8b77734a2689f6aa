import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { chooseEmnist, type EmnistFiles, type EmnistForm } from './chooseEmnist';
import { DatasetError } from '../data';
import { describeSystemError } from '../files';

/** Paths of the files of the first of `forms` that is complete in `folder`. Throws DatasetError when none is. */
export async function findEmnist(folder: string, forms: readonly EmnistForm[]): Promise<EmnistFiles> {
  const names = await readdir(folder).catch((error: unknown) => {
    const problem = { file: folder, rule: 'must be a folder with EMNIST', ...describeSystemError(error) };
    throw new DatasetError('EMNIST', [problem], { cause: error });
  });
  const chosen = chooseEmnist(new Set(names), forms);
  if ('lacking' in chosen) {
    const problem = {
      file: folder,
      rule: 'must hold the files of EMNIST balanced',
      received: `a folder without ${chosen.lacking.join(', ')}`,
      remedy: "Import NIST's gzip.zip: npm run data -- gzip.zip",
    };
    throw new DatasetError('EMNIST', [problem]);
  }
  const at = (name: string): string => path.join(folder, name);
  const pair = ({ images, labels }: { readonly images: string; readonly labels: string }) => ({
    images: at(images),
    labels: at(labels),
  });
  return {
    form: chosen.form,
    mapping: chosen.mapping === undefined ? undefined : at(chosen.mapping),
    train: pair(chosen.train),
    test: pair(chosen.test),
  };
}
