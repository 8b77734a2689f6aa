import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, it } from 'node:test';
import { interruptible } from 'captcha-lab/training';

describe('interruptible', () => {
  it('ends training after the current batch at Ctrl-C, and the process goes on', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'interruptedRun.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const output: string[] = [];
    child.stdout.on('data', (text) => output.push(String(text)));
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number | null];
    assert.equal(code, 0);
    assert.match(output.join(''), /^training\ninterrupted true\n$/);
  });

  it('gives the result of its task and leaves no listener behind, even when the task fails', async () => {
    const before = process.listenerCount('SIGINT');
    assert.equal(await interruptible((signal) => Promise.resolve(signal.aborted ? 1 : 2)), 2);
    await assert.rejects(
      interruptible(() => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.equal(process.listenerCount('SIGINT'), before);
  });
});
