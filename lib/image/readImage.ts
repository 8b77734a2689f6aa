import { readFile } from 'node:fs/promises';
import { decodeImage, type DecodeOptions } from './decodeImage';
import type { GreyImage } from './greyImage';

/** Reads a picture file as a grey image, by its content, whatever its name ends in: see `decodeImage`, whose options it takes. Warnings
 *  and errors name `path`. Throws what `decodeImage` throws, and the file system's error when the file cannot be read. */
export async function readImage(path: string, options: Omit<DecodeOptions, 'name'> = {}): Promise<GreyImage> {
  return decodeImage(await readFile(path), { ...options, name: path });
}
