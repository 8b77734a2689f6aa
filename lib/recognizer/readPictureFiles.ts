import { readFile, stat } from 'node:fs/promises';
import { describeSystemError } from '../files';
import { ImageFileError, decodeImage, pictureSize, type GreyImage } from '../image';
import { describeScheme } from '../scheme';
import type { Recognizer } from './loadRecognizer';
import type { TextReading } from './readText';

/** What became of one file: a reading, or the error that says why there is none. */
export type PictureReading =
  | {
      readonly file: string;
      readonly reading: TextReading;
      /** What is to be said of the picture though it was read; see `decodeImage`. */
      readonly warnings: readonly string[];
      readonly error?: undefined;
    }
  | { readonly file: string; readonly error: ImageFileError; readonly reading?: undefined };

/** No CAPTCHA's file is larger, in bytes. */
const MOST_BYTES = 16_000_000;

/** Pictures in memory at a time. */
const AT_ONCE = 32;

/** Reads picture files by a recognizer, in the order given; a file that cannot be read, or shows a picture of another scheme's size, is
 *  yielded with its error, which names both schemes, and the others go on. */
export async function* readPictureFiles(
  recognizer: Recognizer,
  files: Iterable<string>,
): AsyncGenerator<PictureReading, void, undefined> {
  const all = [...files];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    const opened = await Promise.all(some.map((file) => openOne(file, recognizer)));
    const readings = recognizer.read(opened.flatMap((each) => (each instanceof Error ? [] : [each.image])));
    let next = 0;
    for (const [index, file] of some.entries()) {
      const found = opened[index];
      if (found instanceof Error) yield { file, error: found };
      else yield { file, reading: readings[next++], warnings: found.warnings };
    }
  }
}

async function openOne(
  file: string,
  recognizer: Recognizer,
): Promise<{ image: GreyImage; warnings: string[] } | ImageFileError> {
  const warnings: string[] = [];
  const { scheme } = recognizer.card;
  const fits = ({ width, height }: { width: number; height: number }): boolean =>
    width === scheme.width && height === scheme.height;
  const wrong = ({ width, height }: { width: number; height: number }): ImageFileError =>
    new ImageFileError(
      file,
      `the picture is of another scheme, ${width} x ${height} pixels; the reader learnt ${describeScheme(scheme)}. ` +
        'Use a reader trained on pictures like this one',
    );
  try {
    const stats = await stat(file);
    if (!stats.isFile()) return new ImageFileError(file, 'not a plain file');
    if (stats.size > MOST_BYTES) {
      return new ImageFileError(
        file,
        `a CAPTCHA's file must have at most ${MOST_BYTES} bytes, has ${stats.size}`,
      );
    }
    const bytes = await readFile(file);
    const stated = pictureSize(bytes);
    // A JPEG may lie on its side and be turned by its Exif orientation. Nothing large is decoded in vain.
    if (stated && !fits(stated) && !fits({ width: stated.height, height: stated.width }))
      return wrong(stated);
    const onWarning = (_: string, reason: string): number => warnings.push(reason);
    const image = await decodeImage(bytes, { name: file, onWarning });
    return fits(image) ? { image, warnings } : wrong(image);
  } catch (error) {
    if (error instanceof ImageFileError) return error;
    const { received, remedy } = describeSystemError(error);
    return new ImageFileError(file, `cannot be read: ${received}. ${remedy}`);
  }
}
