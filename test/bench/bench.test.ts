import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';

const ROOT = path.resolve(__dirname, '../..');

function bench(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/bench.ts', ...args],
    {
      cwd: ROOT,
      env: { ...process.env, INIT_CWD: ROOT, DEBUG: '' },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

describe('npm run bench', () => {
  it('prints the table of a file without measuring', () => {
    const { status, stdout } = bench('--table');
    assert.equal(status, 0);
    assert.match(stdout, /^\| {2}\| Ours .*\n\nMeasured: .*\n$/s);
  });

  it('refuses before it measures', () => {
    for (const [args, reason] of [
      [['--only', 'everything'], /^error: --only must be of preprocessing, .* got "everything"\.\n$/],
      [['--only', 'training', '--case', '9x9'], /^error: --case must be of 1\/8x10, .* got "9x9"\.\n$/],
      [['--figure', 'bench.pdf'], /^error: --figure must end in \.png or \.svg, got .*bench\.pdf"\.\n$/],
      [['--table', '--out', 'nowhere.json'], /^error: --table: there is no .*nowhere\.json; name a file/],
      [['--repeats', '0'], /--repeats.*whole number of at least 1/],
    ] as const) {
      const { status, stderr } = bench(...args);
      assert.deepEqual([status, reason.test(stderr)], [1, true], stderr);
    }
  });
});
