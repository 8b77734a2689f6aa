import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { DatasetError } from '../data';
import { describeSystemError } from '../files';
import { describeDownload, isPictureName, isUnfinished } from '../image';
import { describeOtherEmnist } from './describeOtherEmnist';
import { listFolder } from './listFolder';
import { openZip } from './openZip';
import type { ImportSource } from './sourceFile';

/** What can be imported and where it comes from, for messages and help. */
export const IMPORTABLE = [
  "the CAPTCHAs: Kaggle's archive.zip of fournierp/captcha-version-2-images, or a folder of its pictures",
  "EMNIST: NIST's gzip.zip (The EMNIST Dataset), or a folder with its emnist-balanced files",
] as const;

/** Bytes that tell a file's kind; a web page has its title among them. */
const START = 4096;

/** Opens what a user gave to import, a folder or a zip archive (told by its first bytes). Throws DatasetError for
 *  anything else, saying what it is (a download that failed or is not finished, another archive) and what is expected. */
export async function openImportSource(source: string): Promise<ImportSource> {
  const fail = (problem: { received: string; remedy: string }, cause?: unknown): never => {
    throw new DatasetError(
      'Import',
      [{ file: source, rule: 'must be a zip archive or a folder', ...problem }],
      {
        cause,
      },
    );
  };
  const expected = `Expected is ${IMPORTABLE.join('; or ')}.`;
  if (/^https?:/i.test(source)) {
    return fail({
      received: 'a web address',
      remedy: 'Download the archive with a browser and give its path.',
    });
  }
  const found = await stat(source).catch((error: unknown) => {
    const { received, remedy } = describeSystemError(error);
    return fail({ received, remedy: `${remedy} ${expected}` }, error);
  });
  if (found.isDirectory()) return listFolder(source);
  if (!found.isFile()) return fail({ received: 'neither a file nor a folder', remedy: expected });
  const name = path.basename(source);
  if (isUnfinished(name)) {
    const remedy = 'Wait until the download has ended, or start it again; the file has its own name then.';
    return fail({ received: `an unfinished download (${found.size} bytes so far)`, remedy });
  }
  const start = await firstBytes(source).catch((error: unknown) => fail(describeSystemError(error), error));
  // 'PK' and a record type: a member, or the end of an archive without any.
  if (start[0] === 0x50 && start[1] === 0x4b) return openZip(source);
  const failed = describeDownload(start);
  if (failed !== undefined) return fail({ ...failed, remedy: `${failed.remedy} ${expected}` });
  if (/\.(tar|tar\.\w+|tgz)$/i.test(name) || start.toString('latin1', 257, 262) === 'ustar') {
    return fail({ received: 'a tar archive', remedy: 'Unpack it yourself and give the folder.' });
  }
  if (/-ubyte(\.gz)?$/.test(name) || (start[0] === 0x1f && start[1] === 0x8b)) {
    return fail({
      received: 'a single file',
      remedy: 'Give the folder that holds all the emnist-balanced files.',
    });
  }
  if (isPictureName(name)) {
    return fail({ received: 'a single picture', remedy: 'Give the folder that holds the pictures.' });
  }
  const other = name.endsWith('.zip') ? undefined : describeOtherEmnist([name]);
  return fail(other ?? { received: 'another kind of file', remedy: expected });
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(START), 0, START, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
