import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fromText, toText } from '../../scripts/notebook/fromText';
import { keepOutputs } from '../../scripts/notebook/keepOutputs';
import { formatNotebook, joinText, type Notebook } from '../../scripts/notebook/notebookFile';

const NOTEBOOKS = path.resolve(__dirname, '../../notebooks');

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

describe('keepOutputs', () => {
  const before = fromText(TEXT);
  before.metadata = { ...before.metadata, mine: 1 };
  before.cells[0].id = 'first';
  before.cells[1].id = 'second';
  before.cells[1].metadata = { tags: ['slow'] };
  before.cells[1].outputs = [{ output_type: 'stream', name: 'stdout', text: '2\n' }];
  const copy = structuredClone(before);

  it('leaves a notebook as it is when its text comes back unchanged, as each committed one does', () => {
    assert.deepEqual(keepOutputs(fromText(toText(before)), before), { notebook: before, kept: 1, fresh: 0, lost: 0 });
    for (const name of readdirSync(NOTEBOOKS).filter((file) => file.endsWith('.ipynb'))) {
      const file = readFileSync(path.join(NOTEBOOKS, name), 'utf8');
      const notebook = JSON.parse(file) as Notebook;
      const { notebook: again, fresh, lost } = keepOutputs(fromText(toText(notebook)), notebook);
      assert.deepEqual([fresh, lost, formatNotebook(again) === file], [0, 0, true], name);
    }
  });

  it('keeps the outputs of cells that moved, and counts what is new and what is lost', () => {
    const moved = fromText('# %%\nconst one = 1;\n\none + 1;\n\n# %%\nfresh();\n');
    const { notebook, ...counts } = keepOutputs(moved, before);
    assert.deepEqual(counts, { kept: 1, fresh: 1, lost: 0 });
    assert.deepEqual(notebook.cells[0], before.cells[1]);
    assert.deepEqual(notebook.cells[1].outputs, []);
    assert.deepEqual(notebook.metadata, before.metadata);
    assert.deepEqual(keepOutputs(fromText('# %%\nother();\n'), before).lost, 1);
  });

  it('gives two equal cells one output each, ids of their own, and changes neither notebook', () => {
    const text = '# %%\na\n\n# %%\na\n\n# %%\na\n';
    const twice = fromText('# %%\na\n\n# %%\na\n');
    twice.cells.forEach((cell, place) => {
      cell.id = ['cell-03', 'x'][place];
      cell.outputs = [{ output_type: 'stream', name: 'stdout', text: String(place) }];
    });
    const { cells } = keepOutputs(fromText(text), twice).notebook;
    assert.deepEqual(
      cells.map(({ id, outputs }) => [id, joinText(outputs?.[0]?.text)]),
      [
        ['cell-03', '0'],
        ['x', '1'],
        ['cell-03-2', ''],
      ],
    );
    assert.deepEqual(before, copy);
  });
});

describe('formatNotebook', () => {
  it('sorts keys and keeps the order of cells', () => {
    const text = formatNotebook(fromText(TEXT));
    assert.match(text, /^\{\n "cells": \[\n {2}\{\n {3}"cell_type": "markdown",\n {3}"id": "cell-01",/);
    assert.ok(text.endsWith('}\n'));
  });
});
