import { readFile } from 'node:fs/promises';
import { decodeImage } from './decodeImage';
import type { GreyImage } from './greyImage';

/** Reads a PNG or JPEG file as a grey image. Throws what `decodeImage` throws, named by `path`, and
 *  the file system's error when the file cannot be read. */
export async function readImage(path: string): Promise<GreyImage> {
  return decodeImage(await readFile(path), { name: path });
}
