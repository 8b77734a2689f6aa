/** A file and what is wrong with it. */
export interface FileProblem {
  readonly file: string;
  readonly problem: string;
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
