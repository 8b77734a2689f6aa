import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readmeWithTables } from '../../scripts/experiments/updateReadme';

describe("the README's tables", () => {
  it('are what data/results says', async () => {
    const { text, updated } = await readmeWithTables();
    const message = 'Make it anew: node --import tsx scripts/experiments/updateReadme.ts';
    assert.equal(text, updated, message);
  });
});
