import path from 'node:path';
import type { Picture } from '../findPictures';

/** Where each picture's results go: `out`/STEM, STEM being its file name without the ending.
 *  Throws Error when two pictures would go to the same place, or a picture lies where its results would go. */
export function placeResults(pictures: readonly Picture[], out: string): Map<Picture, string> {
  const folders = new Map<Picture, string>();
  const taken = new Map<string, Picture>();
  const clashes: string[] = [];
  for (const picture of pictures) {
    const { base, name } = path.parse(picture.path);
    // The stem of `..png` is a dot, which as a folder is the result folder itself.
    const stem = name === '.' || name === '..' ? base : name;
    const folder = path.join(out, stem);
    if (path.dirname(picture.path) === folder) {
      throw new Error(
        `${picture.name} lies in the folder where its results would go; choose another --out. Nothing was done.`,
      );
    }
    const other = taken.get(sameName(stem));
    if (other === undefined) taken.set(sameName(stem), picture);
    else clashes.push(`${other.name} and ${picture.name} would both go to ${folder}`);
    folders.set(picture, folder);
  }
  if (clashes.length > 0) {
    const more = clashes.length > 3 ? `; and ${clashes.length - 3} more` : '';
    throw new Error(
      `${clashes.slice(0, 3).join('; ')}${more}. ` +
        'Nothing was done. Rename one of each pair, or give their folders an --out each.',
    );
  }
  return folders;
}

/** macOS and Windows take names that differ only in case for the same. */
function sameName(stem: string): string {
  return process.platform === 'linux' ? stem : stem.normalize('NFC').toLowerCase();
}
