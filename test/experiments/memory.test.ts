import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';

function peakMiB(experiment: string): number {
  const args = ['--import', 'tsx', path.join(__dirname, 'memoryOfRun.ts'), experiment];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return Number(stdout);
}

describe('the 87,048 augmented examples', () => {
  it('take hardly more memory than the 3,224 they are made of', () => {
    const [plain, augmented] = [peakMiB('dropout50'), peakMiB('augmented')];
    // As bytes in one array they alone would take 66 MiB, as the trainer's floats 265. The contract is 300 MB.
    assert.ok(augmented - plain < 50, `${plain.toFixed(0)} and ${augmented.toFixed(0)} MiB`);
    assert.ok(plain > 50, `${plain}`);
  });
});
