import path from 'node:path';
import type { Figure } from '../../lib/plots';
import { FIGURE_HEIGHT, FIGURE_WIDTH } from '../notebook/drawFigures';
import { embeddedIn } from '../notebook/embedded';
import { listNotebooks } from '../notebook/listNotebooks';
import { readNotebook, type Notebook } from '../notebook/notebookFile';
import { nameOutputs, stemOf } from '../notebook/site/nameOutputs';

interface Described {
  /** Stem of its files: `04-confusion`. */
  readonly name: string;
  /** Its name without the notebook's number: `confusion`. */
  readonly plain: string;
  /** File name of its notebook. */
  readonly notebook: string;
  readonly description: string;
  /** Size at which it is meant to be seen, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** A figure or a picture of a notebook that can be exported. */
export type Exportable =
  | (Described & { readonly kind: 'figure'; readonly figure: Figure })
  /** png: twice as fine as its size. */
  | (Described & { readonly kind: 'picture'; readonly png: Buffer });

/** All figures and pictures of the walkthrough's notebooks in `folder`, in order, named as in the site. */
export async function listExportables(folder: string): Promise<Exportable[]> {
  const listed = await listNotebooks(folder);
  const found = await Promise.all(
    listed.map(async ({ file }) => exportablesOf(file, await readNotebook(path.join(folder, file)))),
  );
  return found.flat();
}

/** The figures and pictures of one notebook. file: its name, from whose number theirs start. */
export function exportablesOf(file: string, { cells }: Notebook): Exportable[] {
  const unique = nameOutputs(stemOf(file));
  return cells
    .flatMap(({ outputs }) => outputs ?? [])
    .flatMap((output): Exportable[] => {
      const found = embeddedIn(output);
      if (found?.kind === 'figure') {
        const { figure } = found;
        const { name: plain, description, layout } = figure;
        const { width = FIGURE_WIDTH, height = FIGURE_HEIGHT } = layout;
        const name = unique(plain);
        return [{ kind: 'figure', name, plain, notebook: file, description, width, height, figure }];
      }
      if (found?.kind !== 'picture') return [];
      const { figure: plain = 'picture', description, width, height, png } = found.picture;
      const name = unique(plain);
      return [{ kind: 'picture', name, plain, notebook: file, description, width, height, png }];
    });
}
