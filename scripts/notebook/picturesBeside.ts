import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { joinText, type Notebook } from './notebookFile';

/** Pictures in `folder` that a notebook's prose shows, such as `diagrams/pooling.svg`: path from the folder, and content.
 *  Those elsewhere, and what is not there, are left out. */
export async function picturesBeside({ cells }: Notebook, folder: string): Promise<Map<string, Buffer>> {
  const prose = cells
    .filter(({ cell_type: kind }) => kind === 'markdown')
    .map(({ source }) => joinText(source));
  const names = prose.flatMap((text) =>
    [...text.matchAll(/!\[[^\]]*\]\(([\w./-]+)\)/g)].map(([, name]) => name),
  );
  const found = new Map<string, Buffer>();
  for (const name of new Set(names)) {
    const file = path.join(folder, name);
    if (!path.relative(folder, file).startsWith('..') && existsSync(file))
      found.set(name, await readFile(file));
  }
  return found;
}
