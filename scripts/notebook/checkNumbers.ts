import { notebookHeading } from './notebookHeading';
import type { Notebook } from './notebookFile';

/** A file and what is wrong with it. */
export interface FileProblem {
  readonly file: string;
  readonly problem: string;
}

/** What is wrong with the number in a notebook's heading, such as `# 4 · A first network`: it must be that of its file. Files without a
 *  number may have any heading. */
export function checkHeadingNumber(file: string, notebook: Notebook): string[] {
  const number = /^\d\d(?=-.+\.ipynb$)/.exec(file)?.[0];
  if (number === undefined) return [];
  const { title } = notebookHeading(notebook, '');
  const said = /^(\d+) · /.exec(title)?.[1];
  if (said !== undefined && Number(said) === Number(number)) return [];
  return [
    `must begin with the heading "# ${Number(number)} · …", as its file has that number; it begins with ${title === '' ? 'none' : `"# ${title}"`}.`,
  ];
}

/** Notebooks that have the number of another one: of the walkthrough's files, those beyond the first of each number. */
export function checkNumbers(files: readonly string[]): FileProblem[] {
  const first = new Map<string, string>();
  return [...files].sort().flatMap((file) => {
    const number = /^\d\d(?=-.+\.ipynb$)/.exec(file)?.[0];
    if (number === undefined) return [];
    const other = first.get(number);
    if (other === undefined) {
      first.set(number, file);
      return [];
    }
    return [{ file, problem: `has the number of ${other}; give it one of its own.` }];
  });
}
