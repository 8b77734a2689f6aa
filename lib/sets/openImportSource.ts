import { open, stat } from 'node:fs/promises';
import { DatasetError } from '../data';
import { describeSystemError } from '../data';
import { listFolder } from './listFolder';
import { openZip } from './openZip';
import type { ImportSource } from './sourceFile';

/** What can be imported and where it comes from, for messages and help. */
export const IMPORTABLE = [
  "the CAPTCHAs: Kaggle's archive.zip of fournierp/captcha-version-2-images, or a folder of its pictures",
  "EMNIST: NIST's gzip.zip (The EMNIST Dataset), or a folder with its emnist-balanced files",
] as const;

/** Opens what a user gave to import, a folder or a zip archive (told by its first bytes). Throws DatasetError for
 *  anything else, saying what is expected. */
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
  const start = await firstBytes(source).catch((error: unknown) => fail(describeSystemError(error), error));
  // 'PK' and a record type: a member, or the end of an archive without any.
  if (start[0] === 0x50 && start[1] === 0x4b) return openZip(source);
  const idx = /-ubyte(\.gz)?$/.test(source) || (start[0] === 0x1f && start[1] === 0x8b);
  return fail(
    idx
      ? { received: 'a single file', remedy: 'Give the folder that holds all five emnist-balanced files.' }
      : { received: found.size === 0 ? 'an empty file' : 'another kind of file', remedy: expected },
  );
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer;
  } finally {
    await handle.close();
  }
}
