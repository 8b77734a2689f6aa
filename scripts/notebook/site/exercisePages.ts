import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { notebookHeading } from '../notebookHeading';
import { readNotebook, type Notebook } from '../notebookFile';
import { contentsOf, linkPage, pageOf } from './linkPage';
import { notebookBody, type SiteFiles } from './notebookPage';
import { pageHtml } from './pageHtml';

/** What stands above exercises, of which nothing is run. */
const RUN =
  'exercises to read here; do them in JupyterLab (npm run lab), where each check says what is wrong';

/** A notebook of exercises: its path in the notebooks' folder, `exercises/02-….ipynb`. */
export interface ExerciseNotebook {
  readonly file: string;
  readonly notebook: Notebook;
}

/** The students' copies in `folder`/exercises; none where there is no such folder. */
export async function readExercises(folder: string): Promise<ExerciseNotebook[]> {
  const place = path.join(folder, 'exercises');
  const names = existsSync(place) ? await readdir(place) : [];
  const notebooks = names.filter((name) => name.endsWith('.ipynb')).sort();
  return Promise.all(
    notebooks.map(async (name) => ({
      file: `exercises/${name}`,
      notebook: await readNotebook(path.join(place, name)),
    })),
  );
}

/** Pages of the exercises of a notebook: those whose file begins with its number, `04-…` and `04a-…` for `04-….ipynb`. What comes
 *  before a notebook, `4a`, has its title by itself; the others are called Exercises. */
export function exercisesOf(
  file: string,
  exercises: readonly ExerciseNotebook[],
): { page: string; title: string }[] {
  const number = /^\d+/.exec(path.posix.basename(file))?.[0];
  return exercises.flatMap((one) => {
    const [, own, letter] = /^(\d+)([a-z]?)-/.exec(path.posix.basename(one.file)) ?? [];
    if (number === undefined || own !== number) return [];
    const title = letter === '' ? 'Exercises' : notebookHeading(one.notebook, one.file).title;
    return [{ page: pageOf(one.file), title }];
  });
}

/** The page of a notebook of exercises, without outputs. sources: HTML of its cells; the rest as for `linkPage`. */
export function exercisePage(
  { file, notebook, sources }: ExerciseNotebook & { readonly sources: readonly string[] },
  { folder, pages, files }: { folder: string; pages: readonly string[]; files: SiteFiles },
): string {
  const cells = notebook.cells.map((cell) => ({ ...cell, outputs: [] }));
  const stem = path.posix.basename(file, '.ipynb');
  const source = { notebook: { ...notebook, cells }, stem, sources, markdown: new Map(), drawn: undefined };
  const body = linkPage(notebookBody(source, files), {
    folder,
    pages,
    files,
    from: path.posix.dirname(file),
  });
  const contents = contentsOf(body).map(({ anchor, text }) => ({ href: `#${anchor}`, text }));
  return pageHtml({ title: notebookHeading(notebook, file).title, run: RUN, body, contents });
}
