import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { quantity } from 'captcha-lab/metrics';
import { trackedFiles } from '../../scripts/check/trackedFiles.mjs';

const ROOT = path.resolve(__dirname, '../..');

describe('quantity', () => {
  it('has a singular for one and for nothing else', () => {
    assert.deepEqual(
      [0, 1, 2, 1000].map((count) => quantity(count, 'file')),
      ['0 files', '1 file', '2 files', '1000 files'],
    );
    assert.equal(quantity(1, 'match', 'matches'), '1 match');
    assert.equal(quantity(3, 'match', 'matches'), '3 matches');
  });

  it('is what commands and summaries count files, epochs, figures and notebooks with', () => {
    const bare =
      /\$\{(?:[\w.]*(?:count|length|epoch|epochs|done)|[\w.]+\(.*\)\.length)\} (?:files|epochs done|figures|notebooks|CAPTCHAs)\b/i;
    const found = trackedFiles(ROOT)
      .filter((name) => /^(lib|scripts)\/.*\.(ts|mjs)$/.test(name))
      .flatMap((name) =>
        readFileSync(path.join(ROOT, name), 'utf8')
          .split('\n')
          .filter((line) => bare.test(line) && !/=== 1|files are bad|sources/.test(line))
          .map((line) => `${name}: ${line.trim()}`),
      );
    assert.deepEqual(found, []);
  });
});
