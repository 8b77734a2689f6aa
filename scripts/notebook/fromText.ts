import type { Cell, Notebook } from './notebookFile';
import { NOTEBOOK_METADATA, joinText, splitText } from './notebookFile';

const MARKER = /^# %%(.*)$/;

/** A notebook from its text form. A line `# %%` starts a code cell, `# %% [markdown]` a cell of prose; the text up
 *  to the next marker is the cell, without blank lines around it. Cells carry no outputs; their ids are their places.
 *  Throws Error naming the line when text stands before the first marker or a marker is not understood. */
export function fromText(text: string): Notebook {
  const cells: Cell[] = [];
  let lines: string[] | undefined;
  let kind: Cell['cell_type'] = 'code';
  const close = (): void => {
    if (!lines) return;
    const source = splitText(lines.join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, ''));
    const id = `cell-${String(cells.length + 1).padStart(2, '0')}`;
    cells.push(
      kind === 'code'
        ? { cell_type: kind, execution_count: null, id, metadata: {}, outputs: [], source }
        : { cell_type: kind, id, metadata: {}, source },
    );
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const marker = MARKER.exec(line)?.[1].trim();
    if (marker === undefined) {
      if (!lines && line.trim() !== '') {
        throw new Error(`line ${index + 1}: text before the first cell; start with "# %% [markdown]".`);
      }
      lines?.push(line);
      continue;
    }
    if (marker !== '' && marker !== '[markdown]') {
      throw new Error(`line ${index + 1}: "# %% ${marker}" is unknown; write "# %%" or "# %% [markdown]".`);
    }
    close();
    kind = marker === '' ? 'code' : 'markdown';
    lines = [];
  }
  close();
  return { cells, metadata: structuredClone(NOTEBOOK_METADATA), nbformat: 4, nbformat_minor: 5 };
}

/** The text form of a notebook: what `fromText` reads. Outputs are left out. */
export function toText(notebook: Notebook): string {
  return notebook.cells
    .map((cell) => {
      const marker = cell.cell_type === 'code' ? '# %%' : '# %% [markdown]';
      return `${marker}\n${joinText(cell.source)}\n`;
    })
    .join('\n');
}
