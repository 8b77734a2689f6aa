import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromText, toText } from '../../scripts/notebook/fromText';
import { formatNotebook, joinText } from '../../scripts/notebook/notebookFile';

const TEXT = `# %% [markdown]
# Otsu

Two lines.

# %%
const one = 1;

one + 1;
`;

describe('fromText', () => {
  it('cuts a text into cells of prose and code', () => {
    const { cells } = fromText(TEXT);
    assert.deepEqual(
      cells.map((cell) => [cell.cell_type, cell.id, joinText(cell.source)]),
      [
        ['markdown', 'cell-01', '# Otsu\n\nTwo lines.'],
        ['code', 'cell-02', 'const one = 1;\n\none + 1;'],
      ],
    );
  });

  it('keeps indentation on the first line of a cell', () => {
    assert.equal(joinText(fromText('# %%\n\n  deep();\n').cells[0].source), '  deep();');
  });

  it('comes back from the notebook unchanged', () => {
    assert.equal(toText(fromText(TEXT)), TEXT);
    assert.equal(toText(fromText(toText(fromText('# %%\r\na\r\n# %%\r\nb')))), '# %%\na\n\n# %%\nb\n');
  });

  it('names the line of text that belongs to no cell', () => {
    assert.throws(() => fromText('\nlost\n# %%\n'), /line 2: text before the first cell/);
  });

  it('names a marker it does not know', () => {
    assert.throws(() => fromText('# %% [raw]\n'), /line 1: "# %% \[raw\]" is unknown/);
  });
});

describe('formatNotebook', () => {
  it('sorts keys and keeps the order of cells', () => {
    const text = formatNotebook(fromText(TEXT));
    assert.match(text, /^\{\n "cells": \[\n {2}\{\n {3}"cell_type": "markdown",\n {3}"id": "cell-01",/);
    assert.ok(text.endsWith('}\n'));
  });
});
