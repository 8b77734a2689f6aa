import { checkWhole } from '../checks';
import { ImageFileError, type GreyImage } from '../image';
import { captchaFromFile } from './captchaFromFile';
import type { Reader } from './loadReader';
import type { Reading } from './readCaptchas';

/** What became of one file: a reading, or the error that says why there is none. warnings: what is to be said of the picture though it
 *  was read, such as `transparent, and composed on white`; see `decodeImage`. */
export type FileReading =
  | {
      readonly file: string;
      readonly reading: Reading;
      readonly warnings: readonly string[];
      readonly error?: undefined;
    }
  | { readonly file: string; readonly error: ImageFileError; readonly reading?: undefined };

export interface ReadFilesOptions {
  /** Pictures that are in memory and read at a time, 32 by default. */
  readonly batchSize?: number;
}

/** Reads CAPTCHAs from picture files of 200 x 50, in the order given; a file that cannot be read is yielded with its error,
 *  and the others go on. Only one batch of pictures is in memory, however many the files are.
 *  Throws RangeError, at the first step, when batchSize is no whole number of at least 1. */
export async function* readFiles(
  reader: Pick<Reader, 'read'>,
  files: Iterable<string>,
  { batchSize = 32 }: ReadFilesOptions = {},
): AsyncGenerator<FileReading, void, undefined> {
  checkWhole('readFiles', { batchSize }, 1);
  let batch: string[] = [];
  for (const file of files) {
    batch.push(file);
    if (batch.length < batchSize) continue;
    yield* await readBatch(reader, batch);
    batch = [];
  }
  if (batch.length > 0) yield* await readBatch(reader, batch);
}

async function readBatch(reader: Pick<Reader, 'read'>, files: readonly string[]): Promise<FileReading[]> {
  const opened = await Promise.all(files.map(openOne));
  const images = opened.flatMap((each) => (each instanceof Error ? [] : [each.image]));
  const readings = reader.read(images);
  let next = 0;
  return files.map((file, index) => {
    const found = opened[index];
    if (found instanceof Error) return { file, error: found };
    return { file, reading: readings[next++], warnings: found.warnings };
  });
}

async function openOne(file: string): Promise<{ image: GreyImage; warnings: string[] } | ImageFileError> {
  const warnings: string[] = [];
  try {
    const onWarning = (_: string, reason: string): number => warnings.push(reason);
    return { image: await captchaFromFile(file, { onWarning }), warnings };
  } catch (error) {
    if (error instanceof ImageFileError) return error;
    throw error;
  }
}
