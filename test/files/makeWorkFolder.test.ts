import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import { makeWorkFolder } from 'captcha-lab/files';

it('makeWorkFolder removes what killed processes left, and nothing else', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'captcha-lab-'));
  try {
    const parent = path.join(root, 'work');
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const kept = ['mine', 'work-of-art', `work-${process.pid}-abc`, 'work-1-init'];
    for (const name of [...kept, `work-${dead}-abc`]) mkdirSync(path.join(parent, name), { recursive: true });
    const folder = await makeWorkFolder(parent, 'work-');
    assert.ok(existsSync(folder));
    assert.deepEqual(readdirSync(parent).sort(), [...kept, path.basename(folder)].sort());
  } finally {
    rmSync(root, { recursive: true });
  }
});
