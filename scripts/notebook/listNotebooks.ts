import { readdir } from 'node:fs/promises';

/** A notebook of the walkthrough. */
export interface ListedNotebook {
  /** From its name: 4 for `04-a-first-network.ipynb`. */
  readonly number: number;
  /** File name. */
  readonly file: string;
}

/** The notebooks of the walkthrough in `folder`, in order: those whose names start with two digits and a dash.
 *  Throws Error when two have the same number. */
export async function listNotebooks(folder: string): Promise<ListedNotebook[]> {
  const files = (await readdir(folder)).filter((file) => /^\d\d-.+\.ipynb$/.test(file)).sort();
  const listed = files.map((file) => ({ number: Number(file.slice(0, 2)), file }));
  const twice = listed.find(({ number }, index) => index > 0 && listed[index - 1].number === number);
  if (twice) throw new Error(`${twice.file} has the number of another notebook; give it one of its own.`);
  return listed;
}

/** The notebooks that `only` names, such as `1,3` or `2-4`; all without it.
 *  Throws Error when it is not understood or names a notebook that does not exist. */
export function chooseNotebooks(all: readonly ListedNotebook[], only: string | undefined): ListedNotebook[] {
  if (only === undefined) return [...all];
  const wanted = only.split(',').flatMap((part) => {
    const [, first, last] =
      (/^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) as [string, string?, string?] | null) ?? [];
    if (!first) throw new Error(`--only takes numbers such as 1,3 or 2-4, got ${JSON.stringify(only)}.`);
    const count = Number(last ?? first) - Number(first) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, step) => Number(first) + step);
  });
  const numbers = all.map(({ number }) => number);
  const missing = wanted.find((number) => !numbers.includes(number));
  if (missing !== undefined || wanted.length === 0) {
    throw new Error(
      `--only ${only}: there is no notebook ${missing ?? 'in that range'}; there are ${numbers.join(', ')}.`,
    );
  }
  return all.filter(({ number }) => wanted.includes(number));
}
