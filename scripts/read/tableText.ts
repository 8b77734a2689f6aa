import path from 'node:path';
import { readLabelTable } from 'captcha-lab/data';
import type { Picture } from '../findPictures';

/** The texts of pictures whose folders have a labels.csv, as a function of a picture's path: undefined where its folder has none or it
 *  is not in it. Throws DatasetError, naming the table, when one is bad. */
export async function tableText(
  pictures: readonly Pick<Picture, 'path'>[],
): Promise<(file: string) => string | undefined> {
  const folders = new Set(pictures.map((picture) => path.dirname(picture.path)));
  const tables = new Map<string, ReadonlyMap<string, string> | undefined>();
  for (const folder of folders) tables.set(folder, await readLabelTable(folder));
  return (file) => tables.get(path.dirname(file))?.get(path.basename(file));
}
