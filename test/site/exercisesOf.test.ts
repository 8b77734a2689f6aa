import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exercisesOf } from '../../scripts/notebook/site/exercisePages';
import { indexBody } from '../../scripts/notebook/site/indexBody';
import type { Notebook } from '../../scripts/notebook/notebookFile';

const called = (title: string): Notebook => ({
  cells: [{ cell_type: 'markdown', metadata: {}, source: `# ${title}` }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});
const exercises = [
  { file: 'exercises/04-b.ipynb', notebook: called('4 · Exercises: b') },
  { file: 'exercises/04a-by-hand.ipynb', notebook: called('4a · By hand') },
  { file: 'exercises/14-c.ipynb', notebook: called('14 · Exercises: c') },
];

describe('exercisesOf', () => {
  it('gives the pages that have the number of the notebook, and no others', () => {
    assert.deepEqual(exercisesOf('04-b.ipynb', exercises), [
      { page: 'exercises-04-b.html', title: 'Exercises' },
      { page: 'exercises-04a-by-hand.html', title: '4a · By hand' },
    ]);
    assert.deepEqual(exercisesOf('answers.ipynb', exercises), []);
  });

  it('has them linked in the overview', () => {
    const entry = { title: '4 · B', question: '', status: 'ran', failed: false };
    const tables = { experiments: [], reported: [], beyond: [] };
    const body = indexBody([{ ...entry, exercises: exercisesOf('14-c.ipynb', exercises) }], tables);
    assert.match(body, /<a href="exercises-14-c.html">Exercises<\/a>/);
    assert.doesNotMatch(indexBody([entry], tables), /class="exercises"/);
  });
});
