import { greyFromRgba } from './greyFromRgba';
import type { GreyImage } from './greyImage';
import { ImageFileError } from './imageFileError';
import { imageFormat } from './imageFormat';
import { loadJimp } from './jimp';
import { plainPng } from './plainPng';
import { checkedPng } from './png';

// eslint-disable-next-line @typescript-eslint/no-require-imports -- a fifth of the room's modules, which only JPEG files need.
const loadJpeg = () => require('./jpeg/decodeJpeg') as typeof import('./jpeg/decodeJpeg');

export interface DecodeOptions {
  /** What the bytes are called in errors, usually the file name. */
  name: string;
}

/** Decodes a PNG or JPEG file's bytes to grey: 0.299 R + 0.587 G + 0.114 B as in `greyFromRgba`; transparency is
 *  ignored, 16 bits are rounded to 8, a JPEG's Exif orientation is followed.
 *  Equals OpenCV 4.10's imread and cvtColor for 8-bit PNG and for JPEG.
 *  Throws ImageFileError naming `name` when the bytes are empty, of another format, truncated or damaged, or the
 *  picture has more than 50 million pixels. */
export async function decodeImage(bytes: Uint8Array, { name }: DecodeOptions): Promise<GreyImage> {
  const format = imageFormat(bytes);
  if (format !== 'PNG' && format !== 'JPEG') {
    if (bytes.length === 0) throw new ImageFileError(name, 'empty file, it holds no picture');
    const found = format === undefined ? 'not a picture' : `a ${format} file`;
    throw new ImageFileError(name, `${found}; only PNG and JPEG can be read`);
  }
  try {
    return format === 'PNG' ? await decodePng(bytes) : loadJpeg().decodeJpeg(bytes);
  } catch (error) {
    throw new ImageFileError(name, `${format} file cannot be decoded: ${(error as Error).message}`);
  }
}

async function decodePng(bytes: Uint8Array): Promise<GreyImage> {
  const checked = checkedPng(bytes);
  const plain = plainPng(checked);
  if (plain !== undefined) return plain;
  const { Jimp } = await loadJimp();
  const { width, height, data } = (await Jimp.fromBuffer(Buffer.concat(checked.kept))).bitmap;
  return greyFromRgba(width, height, data);
}
