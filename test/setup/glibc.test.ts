import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { LOWEST_GLIBC, whyNotGlibc } from '../../scripts/setup/glibc.mjs';

describe('the lowest glibc', () => {
  it('is the one that the supported Nodes are built for, 2.28, and what environment.md says', () => {
    assert.equal(LOWEST_GLIBC, '2.28');
    const text = readFileSync(path.resolve(__dirname, '../../environment.md'), 'utf8');
    assert.deepEqual(text.match(/glibc \d+\.\d+/g), ['glibc 2.28']);
  });

  it('lets 2.28 and later pass, by number and not by text, and names the remedy for older ones and for musl', () => {
    for (const version of ['2.28', '2.36', '2.100', '3.0'])
      assert.equal(whyNotGlibc(version), undefined, version);
    for (const version of ['2.17', '2.27', '2.3', '1.99'])
      assert.match(whyNotGlibc(version) ?? '', /need glibc 2\.28 or later; use a newer system/, version);
    assert.match(whyNotGlibc(undefined) ?? '', /needs glibc; use a Debian/);
  });
});
