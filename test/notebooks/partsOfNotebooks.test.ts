import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { joinText, readNotebook } from '../../scripts/notebook/notebookFile';

const FOLDER = path.join(__dirname, '..', '..', 'notebooks');
const files = readdirSync(FOLDER).filter((file) => /^\d\d-.+\.ipynb$/.test(file));

describe('each notebook', () => {
  for (const file of files) {
    it(`${file} opens with what one will be able to do, must have read, and minutes; ends with five lines and what to do next`, async () => {
      const { cells } = await readNotebook(path.join(FOLDER, file));
      const opening = joinText(cells[0].source);
      for (const part of ['**Question.**', '**You will be able to** ', '**You need** ']) {
        assert.ok(opening.includes(part), `its first cell lacks ${part}`);
      }
      assert.match(opening, /\*\*To read\*\* \d+ minutes\./);
      const prose = cells.map(({ cell_type: kind, source }) => (kind === 'markdown' ? joinText(source) : ''));
      const [, summary = ''] = /## In five lines\n\n((?:- .+\n?)+)/.exec(prose.join('\n\n')) ?? [];
      assert.equal(summary.trim().split('\n').length, 5, 'lines of its summary');
      const end = prose.at(-1) ?? '';
      for (const link of ['answers.ipynb', '../docs/questionnaire.md', '../docs/glossary.md']) {
        assert.ok(end.includes(`](${link})`), `its end has no link to ${link}`);
      }
      if (existsSync(path.join(FOLDER, 'exercises', file))) {
        assert.ok(end.includes(`](exercises/${file})`), 'its end has no link to its exercises');
      }
    });
  }

  it('4 leads to learning by hand too', async () => {
    const { cells } = await readNotebook(path.join(FOLDER, '04-a-first-network.ipynb'));
    assert.match(joinText(cells.at(-1)?.source), /\]\(exercises\/04a-learning-by-hand\.ipynb\)/);
  });
});
