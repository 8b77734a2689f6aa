import { createHash } from 'node:crypto';
import { joinText, NOTEBOOK_METADATA, type Cell, type Notebook } from '../notebook/notebookFile';
import type { MasterCell } from './parseMaster';
import { cleared, solved } from './solutionText';

/** Forms of an exercise notebook: with stubs, with solutions, or for nbgrader, whose own commands make stubs. */
export type Form = 'student' | 'solutions' | 'nbgrader';

/** An exercise notebook in one of its forms, made from the cells of its master. */
export function exerciseNotebook(cells: readonly MasterCell[], { form }: { form: Form }): Notebook {
  const made = cells.map((cell, index) => notebookCell(cell, index, form));
  const notebook: Notebook = {
    cells: made,
    metadata: structuredClone(NOTEBOOK_METADATA),
    nbformat: 4,
    nbformat_minor: 5,
  };
  if (form === 'student') notebook.metadata.captcha_lab = { as_made: digest(notebook) };
  return notebook;
}

/** Whether nobody has written into a student's copy: its cells are those that were made. */
export function isUntouched(notebook: Notebook): boolean {
  const held = notebook.metadata.captcha_lab as { as_made?: unknown } | undefined;
  return held?.as_made === digest(notebook);
}

function digest({ cells }: Notebook): string {
  const sources = cells.map(({ cell_type, source }) => [cell_type, joinText(source)]);
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 16);
}

function notebookCell(cell: MasterCell, index: number, form: Form): Cell {
  const id = `cell-${String(index + 1).padStart(2, '0')}`;
  const metadata = form === 'nbgrader' ? { nbgrader: gradingOf(cell, id) } : {};
  const { kind, source } = cell;
  if (kind === 'markdown') return { cell_type: 'markdown', id, metadata, source };
  const text = form === 'nbgrader' ? source : form === 'student' ? cleared(source) : solved(source);
  return { cell_type: 'code', execution_count: null, id, metadata, outputs: [], source: text };
}

/** What nbgrader (schema 3) must know: who may write into a cell, and what a check is worth. */
function gradingOf({ kind, name = '', points }: MasterCell, id: string): Record<string, unknown> {
  const common = { schema_version: 3, task: false };
  if (kind === 'solution') return { ...common, grade: false, grade_id: name, locked: false, solution: true };
  if (kind === 'check') {
    return { ...common, grade: true, grade_id: `check-${name}`, locked: true, points, solution: false };
  }
  return { ...common, grade: false, grade_id: id, locked: true, solution: false };
}
