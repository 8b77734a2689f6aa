import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isEmnistName } from './chooseEmnist';
import { chooseImport, type ImportChoice } from './chooseImport';
import { DatasetError, type DatasetProblem } from '../data';
import { describeSystemError } from '../data';
import { isPicture } from '../data';
import { openImportSource } from './openImportSource';
import { placeFolder } from './placeFolder';
import { verifyImport } from './verifyImport';

export interface ImportProgress {
  readonly step: 'unpack' | 'verify';
  readonly done: number;
  readonly total: number;
}

export interface ImportOptions {
  /** Folder that gets the sub-folder `captchas` or `emnist`: the project's `data`. Made when missing. */
  readonly into: string;
  /** Whether another import there gives way (and is kept as `captchas.old-1`, …); default false. */
  readonly replace?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportResult {
  readonly kind: 'captchas' | 'emnist';
  /** `identical`: the same data were there already, nothing was changed. */
  readonly status: 'imported' | 'identical' | 'replaced';
  /** Where the data lie now. */
  readonly folder: string;
  /** Where the data that were there before lie now, or null. */
  readonly previous: string | null;
  /** `{ captchas }`, or `{ train, test }` with the pictures of EMNIST's files, all classes counted. */
  readonly counts: Readonly<Record<string, number>>;
  /** What was checked, and what is unlike the published data set, a sentence each. */
  readonly notes: readonly string[];
}

/** Imports the CAPTCHAs or EMNIST from a zip archive or a folder (`source`; searched three sub-folders deep) into
 *  `into/captchas` or `into/emnist`. Everything is unpacked into a temporary folder beside it and verified there
 *  (every picture decoded, every label and count checked) before that folder takes its place; a failed import
 *  leaves nothing. A file that a source holds twice under one name must be the same both times.
 *  Throws DatasetError for a source that is missing, damaged, unsafe, or another thing; for bad files, all listed; for
 *  different data already there; for a folder that cannot be written. */
export async function importData(
  source: string,
  { into, replace = false, onProgress }: ImportOptions,
): Promise<ImportResult> {
  const opened = await openImportSource(source);
  let temporary: string | undefined;
  try {
    const choice = chooseImport(source, opened.files);
    const folder = path.join(into, choice.kind);
    const unpacked = await writing(into, async () => {
      await mkdir(into, { recursive: true });
      await removeAbandoned(into);
      return mkdtemp(path.join(into, `.importing-${process.pid}-`));
    });
    temporary = unpacked;
    await unpack(choice, unpacked, onProgress);
    const verified = await verifyImport(unpacked, choice.kind, (done, total) =>
      onProgress?.({ step: 'verify', done, total }),
    );
    const counts = choice.kind === 'captchas' ? isPicture : isEmnistName;
    const placed = await writing(into, () => placeFolder(unpacked, folder, { replace, counts }));
    return { kind: choice.kind, folder, ...placed, ...verified };
  } finally {
    opened.close();
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}

async function unpack(
  { kind, files }: ImportChoice,
  folder: string,
  onProgress: ImportOptions['onProgress'],
): Promise<void> {
  const problems: DatasetProblem[] = [];
  let done = 0;
  for (const [name, copies] of files) {
    const [bytes, ...others] = await Promise.all(copies.map((copy) => copy.read()));
    if (others.some((other) => !other.equals(bytes))) {
      const received = `different ones at ${copies.map((copy) => copy.path).join(' and ')}`;
      const rule = 'files of one name must be the same';
      problems.push({ file: name, rule, received, remedy: 'Remove the wrong one.' });
    }
    await writing(path.dirname(folder), () => writeFile(path.join(folder, name), bytes, { flag: 'wx' }));
    onProgress?.({ step: 'unpack', done: ++done, total: files.size });
  }
  if (problems.length > 0) throw new DatasetError(`Import of ${kind}`, problems);
}

/** Removes what imports that were killed have left. */
async function removeAbandoned(into: string): Promise<void> {
  for (const name of await readdir(into)) {
    const owner = /^\.importing-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      await rm(path.join(into, name), { recursive: true, force: true });
    }
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Runs a step that writes, and names the folder when the system refuses. */
async function writing<T>(folder: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    const problem = {
      file: folder,
      rule: 'must be a folder that can be written',
      ...describeSystemError(error),
    };
    throw new DatasetError('Import', [problem], { cause: error });
  }
}
