/** Gives the figures and pictures of one notebook their names in files: `04-confusion`, then `04-confusion-2`.
 *  Site and export both name them so. stem: of the notebook, see `stemOf`. */
export function nameOutputs(stem: string): (name: string) => string {
  const used = new Map<string, number>();
  return (name) => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? `${stem}-${name}` : `${stem}-${name}-${count}`;
  };
}

/** Short name of a notebook in file names: `04` for `04-a-first-network.ipynb`, else its whole name. */
export function stemOf(file: string): string {
  return /^\d+/.exec(file)?.[0] ?? file.replace(/\.ipynb$/, '');
}
