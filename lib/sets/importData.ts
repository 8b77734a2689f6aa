import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeWorkFolder } from '../files';
import { isPictureName } from '../image';
import { isEmnistName } from './chooseEmnist';
import type { ImportOptions } from './importOptions';
import { chooseImport } from './chooseImport';
import type { DatasetProblem } from '../data';
import { LEFT_OUT, leftOutRecord } from './leftOut';
import { openImportSource } from './openImportSource';
import { placeFolder } from './placeFolder';
import { unpackImport } from './unpackImport';
import { verifyImport } from './verifyImport';
import { writing } from './writing';

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
  /** Bad files that were left out; empty unless `onBad` is `skip`. */
  readonly leftOut: readonly DatasetProblem[];
  /** What was checked, which pictures are the same, and what is unlike the published data set, a sentence each. */
  readonly notes: readonly string[];
}

/** Imports the CAPTCHAs or EMNIST from a zip archive or a folder (`source`; searched three sub-folders deep) into
 *  `into/captchas` or `into/emnist`. Everything is unpacked into a temporary folder beside it and verified there
 *  (every picture decoded, every label and count checked) before that folder takes its place; a failed import
 *  leaves nothing. A file that a source holds twice under one name must be the same both times; pictures that are the same under
 *  several names are taken and noted.
 *  Throws DatasetError for a source that is missing, damaged, unsafe, or another thing; for bad files, all listed; for
 *  different data already there; for a folder that cannot be written. */
export async function importData(
  source: string,
  { into, replace = false, onBad = 'throw', onProgress }: ImportOptions,
): Promise<ImportResult> {
  if ((onBad as string) !== 'throw' && (onBad as string) !== 'skip') {
    throw new TypeError(`importData: onBad must be 'throw' or 'skip', got ${JSON.stringify(onBad)}.`);
  }
  const opened = await openImportSource(source);
  let temporary: string | undefined;
  try {
    const choice = chooseImport(source, opened.files, { onBad });
    const folder = path.join(into, choice.kind);
    const unpacked = await writing(into, () => makeWorkFolder(into, '.importing-'));
    temporary = unpacked;
    const unreadable = await unpackImport(choice, unpacked, { onBad, onProgress });
    const { badFiles, ...verified } = await verifyImport(unpacked, choice.kind, {
      onBad,
      onProgress: (done, total) => onProgress?.({ step: 'verify', done, total }),
    });
    const leftOut = [...choice.leftOut, ...unreadable, ...badFiles];
    const record = leftOutRecord(source, leftOut);
    if (leftOut.length > 0) await writing(into, () => writeFile(path.join(unpacked, LEFT_OUT), record));
    const counts = choice.kind === 'captchas' ? isPictureName : isEmnistName;
    const placed = await writing(into, () => placeFolder(unpacked, folder, { replace, counts }));
    if (placed.status === 'identical' && leftOut.length > 0) {
      await writing(into, () => rename(path.join(unpacked, LEFT_OUT), path.join(folder, LEFT_OUT)));
    }
    return { kind: choice.kind, folder, ...placed, ...verified, leftOut };
  } finally {
    opened.close();
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}
