import { joinText, type Notebook } from './notebookFile';

/** What decides when a notebook may start. */
interface Ordered {
  readonly file: string;
  readonly notebook: Notebook;
}

/** The notebooks in an order for several at a time, each with those that must have ended before it starts: a notebook that opens the
 *  walkthrough's network (`openNetwork`) comes after the earlier ones that train and keep it (`keepNetwork`). These go first,
 *  since others wait for them; the rest keeps its order. */
export function runOrder<T extends Ordered>(
  notebooks: readonly T[],
): { readonly entry: T; readonly after: readonly T[] }[] {
  const keepers = notebooks.filter(({ notebook }) => calls(notebook, 'keepNetwork'));
  const ordered = notebooks.map((entry, index) => ({
    entry,
    after: calls(entry.notebook, 'openNetwork')
      ? keepers.filter((keeper) => notebooks.indexOf(keeper) < index)
      : [],
  }));
  const awaited = new Set(ordered.flatMap(({ after }) => after));
  const rank = ({ entry }: { entry: T }): number => (awaited.has(entry) ? 0 : 1);
  return ordered.sort((one, other) => rank(one) - rank(other));
}

function calls({ cells }: Notebook, name: string): boolean {
  return cells.some(({ cell_type, source }) => cell_type === 'code' && joinText(source).includes(`${name}(`));
}
