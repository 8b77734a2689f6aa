import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import { describeSystemError } from '../files';
import { decodeImage, ImageFileError, pictureSize, type DecodeOptions, type GreyImage } from '../image';

/** No picture of 200 x 50 needs as much: uncompressed and in four channels of 16 bits it has 80,000 bytes. */
const MOST_BYTES = 4_000_000;

/** A CAPTCHA of 200 x 50 from a picture file of any kind that `decodeImage` reads. onWarning: as there. Nothing is decoded that states another size in its header, however large.
 *  Throws ImageFileError, naming the file, when it cannot be read, is no plain file or larger than 4 MB, what `decodeImage`
 *  refuses, or of another size. */
export async function captchaFromFile(
  file: string,
  { onWarning }: Pick<DecodeOptions, 'onWarning'> = {},
): Promise<GreyImage> {
  const bytes = await readBytes(file);
  const stated = pictureSize(bytes);
  // A JPEG may lie on its side and be turned by its Exif orientation.
  if (stated && !fits(stated) && !fits({ width: stated.height, height: stated.width })) {
    throw wrongSize(file, stated);
  }
  const image = await decodeImage(bytes, { name: file, onWarning });
  if (!fits(image)) throw wrongSize(file, image);
  return image;
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    // Opening a pipe without O_NONBLOCK would wait for whoever writes into it. Windows has no such flag: undefined counts as 0.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (stats.isDirectory()) throw new ImageFileError(file, 'a folder, not a picture');
      if (!stats.isFile()) throw new ImageFileError(file, 'not a plain file');
      if (stats.size > MOST_BYTES) {
        throw new ImageFileError(
          file,
          `a CAPTCHA's file must have at most ${MOST_BYTES} bytes, has ${stats.size}`,
        );
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof ImageFileError) throw error;
    const { received, remedy } = describeSystemError(error);
    throw new ImageFileError(file, `cannot be read: ${received}. ${remedy}`);
  }
}

function fits({ width, height }: { width: number; height: number }): boolean {
  return width === CAPTCHA_WIDTH && height === CAPTCHA_HEIGHT;
}

function wrongSize(file: string, { width, height }: { width: number; height: number }): ImageFileError {
  return new ImageFileError(
    file,
    `must be ${CAPTCHA_WIDTH} x ${CAPTCHA_HEIGHT} pixels, is ${width} x ${height}`,
  );
}
