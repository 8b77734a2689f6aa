import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { DatasetError } from '../data';
import { MOST_FILES, type ImportSource, type SourceFile } from './sourceFile';

/** Lists a zip archive without unpacking anything. Throws DatasetError for one that is damaged or cut short, has a
 *  member whose path leads out of it, or too many members. Close what it returns. */
export async function openZip(path: string): Promise<ImportSource> {
  const fail = (error: unknown): never => {
    const { message } = error as Error;
    const outside = /^(invalid relative path|absolute path|invalid characters in fileName)/.test(message);
    const problem = outside
      ? {
          rule: 'must hold only paths inside itself',
          received: message,
          remedy: 'Do not trust this archive.',
        }
      : {
          rule: 'must be a whole zip archive',
          received: `a damaged one, or one cut short (${message})`,
          remedy: 'Download it again.',
        };
    throw new DatasetError('Import', [{ file: path, ...problem }], { cause: error });
  };
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(path, { autoClose: false }).catch(fail);
  try {
    const files: SourceFile[] = [];
    if (zip.entryCount > MOST_FILES) throw new Error(`${zip.entryCount} members`);
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('/')) files.push(member(zip, entry));
    }
    return {
      files,
      close: () => {
        zip.close();
      },
    };
  } catch (error) {
    zip.close();
    return fail(error);
  }
}

function member(zip: ZipFile, entry: Entry): SourceFile {
  const rule = 'must be a plain zip member';
  const remedy = 'Unpack the archive yourself and import the folder.';
  const refused = entry.isEncrypted()
    ? { rule, received: 'an encrypted one', remedy }
    : entry.compressionMethod !== 0 && entry.compressionMethod !== 8
      ? { rule, received: `compression method ${entry.compressionMethod}`, remedy }
      : undefined;
  return {
    path: entry.fileName,
    size: entry.uncompressedSize,
    refused,
    async read() {
      const rules = {
        file: entry.fileName,
        rule: 'must be a whole zip member',
        remedy: 'Download the archive again.',
      };
      // The stream itself fails when it gives more or less than the size announced.
      const bytes = await zip
        .openReadStreamPromise(entry)
        .then((stream) => buffer(stream))
        .catch((error: unknown) => {
          const received = `a damaged one (${(error as Error).message})`;
          throw new DatasetError('Import', [{ ...rules, received }], { cause: error });
        });
      if (crc32(bytes) !== entry.crc32) {
        throw new DatasetError('Import', [{ ...rules, received: 'one with another checksum' }]);
      }
      return bytes;
    },
  };
}
