import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportChoice } from './chooseImport';
import { DatasetError, type DatasetProblem } from '../data';
import type { ImportOptions } from './importOptions';
import { writing } from './writing';

/** Writes the files of an import into a folder; gives those that cannot be read when pictures may be skipped. Throws DatasetError with
 *  all of them when they may not, or when no file is left. @internal */
export async function unpackImport(
  { kind, files }: ImportChoice,
  folder: string,
  {
    onBad,
    onProgress,
  }: { readonly onBad: 'throw' | 'skip'; readonly onProgress: ImportOptions['onProgress'] },
): Promise<DatasetProblem[]> {
  const skip = onBad === 'skip' && kind === 'captchas';
  const problems: DatasetProblem[] = [];
  let done = 0;
  for (const [name, copies] of files) {
    const read = Promise.all(copies.map((copy) => copy.read()));
    const contents = await read.catch((error: unknown) => {
      if (!skip || !(error instanceof DatasetError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, file: name })));
      return undefined;
    });
    onProgress?.({ step: 'unpack', done: ++done, total: files.size });
    if (contents === undefined) continue;
    const [bytes, ...others] = contents;
    if (others.some((other) => !other.equals(bytes))) {
      const received = `different ones at ${copies.map((copy) => copy.path).join(' and ')}`;
      const rule = 'files of one name must be the same';
      problems.push({ file: name, rule, received, remedy: 'Remove the wrong one.' });
    } else {
      await writing(path.dirname(folder), () => writeFile(path.join(folder, name), bytes, { flag: 'wx' }));
    }
  }
  if (problems.length > 0 && (!skip || problems.length === files.size)) {
    throw new DatasetError(`Import of ${kind}`, problems);
  }
  return problems;
}
