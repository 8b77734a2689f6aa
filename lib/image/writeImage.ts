import { encodePng } from './encodePng';
import type { GreyImage } from './greyImage';

/** Writes the image to `path` as a grey PNG, whole or not at all; a file of that name is replaced.
 *  Throws RangeError when `path` does not end in .png, and the file system's error when it cannot be written. */
export async function writeImage(path: string, image: GreyImage): Promise<void> {
  if (!path.toLowerCase().endsWith('.png')) {
    throw new RangeError(`writeImage: path must end in .png, got ${path}.`);
  }
  const { default: writeFileAtomic } = await import('write-file-atomic');
  await writeFileAtomic(path, await encodePng(image));
}
