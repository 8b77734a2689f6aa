import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseMaster, type MasterCell } from './parseMaster';

/** A master: its number as the notebook's ('2', or '4a' for what stands before 4), its stem, its cells. */
export interface Master {
  readonly number: string;
  readonly stem: string;
  readonly cells: readonly MasterCell[];
}

/** Masters of a folder in order, those that `only` names (such as `1,4a`) or all.
 *  Throws Error naming the file where one is wrong, and when `only` names what is not there. */
export async function listMasters(folder: string, { only }: { only?: string } = {}): Promise<Master[]> {
  const files = (await readdir(folder)).filter((file) => /^\d\d[a-z]?-.+\.txt$/.test(file)).sort(inOrder);
  const numberOf = (file: string): string => /^0?(\d+[a-z]?)-/.exec(file)?.[1] ?? '';
  const wanted = only?.split(',').map((part) => part.trim().replace(/^0/, ''));
  const missing = wanted?.find((number) => !files.some((file) => numberOf(file) === number));
  if (missing !== undefined) {
    throw new Error(
      `--only ${only ?? ''}: there is no exercise notebook ${JSON.stringify(missing)}; there are ${files.map(numberOf).join(', ')}.`,
    );
  }
  const chosen = files.filter((file) => wanted === undefined || wanted.includes(numberOf(file)));
  return Promise.all(
    chosen.map(async (file) => {
      const text = await readFile(path.join(folder, file), 'utf8');
      try {
        return { number: numberOf(file), stem: file.replace(/\.txt$/, ''), cells: parseMaster(text) };
      } catch (error) {
        throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
      }
    }),
  );
}

/** 04a stands before 04, for it is read before it. */
function inOrder(one: string, other: string): number {
  const [a, b] = [one, other].map((file) => ({
    number: Number(file.slice(0, 2)),
    before: /^\d\d[a-z]/.test(file),
  }));
  return a.number - b.number || Number(b.before) - Number(a.before);
}
