import { joinText, type Cell, type Notebook } from './notebookFile';

/** What became of the outputs when a notebook was written anew from text. */
export interface KeptOutputs {
  readonly notebook: Notebook;
  /** Code cells that are as they were, and keep their outputs. */
  readonly kept: number;
  /** Code cells that are new or changed, and have no outputs. */
  readonly fresh: number;
  /** Cells of before, outputs and all, that are no longer there. */
  readonly lost: number;
}

/** `next` with the outputs, ids and metadata of those cells of `before` that have the same source and kind, each taken once and
 *  in order; and `before`'s own metadata. Neither is modified. */
export function keepOutputs(next: Notebook, before: Notebook): KeptOutputs {
  const left = [...before.cells];
  const taken = new Set<Cell['id']>();
  const matches = next.cells.map((cell) => {
    const at = left.findIndex((old) => keyOf(old) === keyOf(cell));
    if (at < 0) return undefined;
    const [match] = left.splice(at, 1);
    taken.add(match.id);
    return match;
  });
  const cells = matches.map((match, place) => structuredClone(match ?? renamed(next.cells[place], taken)));
  const code = next.cells.map(({ cell_type: kind }) => kind === 'code');
  const kept = matches.filter((match, place) => match && code[place]).length;
  const lost = left.filter(({ outputs }) => (outputs?.length ?? 0) > 0).length;
  const notebook = { ...next, metadata: structuredClone(before.metadata), cells };
  return { notebook, kept, fresh: code.filter(Boolean).length - kept, lost };
}

function keyOf({ cell_type: kind, source }: Cell): string {
  return `${kind}\n${joinText(source).trimEnd()}`;
}

/** The cell under its own id, or one that no other has. */
function renamed(cell: Cell, taken: Set<Cell['id']>): Cell {
  let id = cell.id;
  for (let count = 2; taken.has(id); count++) id = `${cell.id}-${count}`;
  taken.add(id);
  return { ...cell, id };
}
