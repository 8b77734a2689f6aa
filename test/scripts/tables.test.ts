import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pagesWithTables } from '../../scripts/experiments/updateTables';

describe('the tables of README.md and docs', () => {
  it('are what data/results says', async () => {
    const pages = await pagesWithTables();
    assert.deepEqual(
      pages.map(({ page }) => page),
      ['README.md', 'docs/readers.md', 'docs/strength.md', 'docs/speed.md'],
    );
    for (const { page, text, updated } of pages) {
      assert.equal(
        text,
        updated,
        `${page}: make it anew: node --import tsx scripts/experiments/updateTables.ts`,
      );
    }
  });

  it('leave README.md short enough to be read: 150 lines', () => {
    const text = readFileSync(path.resolve(__dirname, '../../README.md'), 'utf8');
    const lines = text.trimEnd().split('\n').length;
    assert.ok(lines <= 150, `${lines} lines; what is not first reading goes to docs/`);
  });
});
