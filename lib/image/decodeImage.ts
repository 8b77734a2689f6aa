import { greyFromRgba } from './greyFromRgba';
import type { GreyImage } from './greyImage';
import { loadJimp } from './jimp';

export interface DecodeOptions {
  /** What the bytes are called in errors, usually the file name. */
  name: string;
}

/** Decodes a PNG or JPEG file's bytes to grey (see `greyFromRgba`).
 *  Throws Error naming `name` when the bytes are no image, of another format, truncated or damaged. */
export async function decodeImage(bytes: Uint8Array, { name }: DecodeOptions): Promise<GreyImage> {
  const { Jimp } = await loadJimp();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { bitmap } = await Jimp.fromBuffer(buffer, { 'image/jpeg': { tolerantDecoding: false } });
    return greyFromRgba(bitmap.width, bitmap.height, bitmap.data);
  } catch (error) {
    throw new Error(`${name}: cannot be decoded: ${(error as Error).message}`);
  }
}
