import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { takeLock } from '../../scripts/setup/lock.mjs';
import { temporaryFolder } from './temporaryFolder';

const folder = temporaryFolder();
let count = 0;
const newLock = (): string => path.join(folder, 'state', `lock ${String(++count)}`);

function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('takeLock', () => {
  it('gives the lock back', async () => {
    const file = newLock();
    const release = await takeLock(file);
    assert.equal((JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid, process.pid);
    release();
    assert.ok(!existsSync(file));
  });

  it('waits for the one who has it, saying so once', async () => {
    const file = newLock();
    const events: string[] = [];
    const first = await takeLock(file);
    const second = takeLock(file, { onWait: (pid) => events.push(`waits for ${pid}`) }).then((release) => {
      events.push('second has it');
      release();
    });
    await new Promise((resolve) => setTimeout(resolve, 600));
    events.push('first gives it back');
    first();
    await second;
    assert.deepEqual(events, [`waits for ${process.pid}`, 'first gives it back', 'second has it']);
  });

  it('takes over from a dead process at once', async () => {
    const file = newLock();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ pid: deadProcess(), host: hostname() }));
    (await takeLock(file, { onWait: () => assert.fail('waited') }))();
  });

  it('takes over from another machine when it has been silent', async () => {
    const file = newLock();
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: 'elsewhere' }));
    const before = new Date(Date.now() - 5000);
    utimesSync(file, before, before);
    (await takeLock(file, { silent: 4000, onWait: () => assert.fail('waited') }))();
  });

  it('takes over a file that was cut short', async () => {
    const file = newLock();
    writeFileSync(file, '{"pid": 1');
    const before = new Date(Date.now() - 5000);
    utimesSync(file, before, before);
    (await takeLock(file))();
  });

  it('lets one in at a time when many find the same stale lock', async () => {
    const file = newLock();
    writeFileSync(file, JSON.stringify({ pid: deadProcess(), host: hostname() }));
    let inside = 0;
    let most = 0;
    const enter = async (): Promise<void> => {
      const release = await takeLock(file);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
      release();
    };
    await Promise.all(Array.from({ length: 4 }, enter));
    assert.equal(most, 1);
  });
});
