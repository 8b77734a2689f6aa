import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { createReporter } from '../../scripts/setup/reporter.mjs';
import { runProcess } from '../../scripts/setup/runProcess.mjs';
import { temporaryFolder, writeFiles } from './temporaryFolder';

const folder = temporaryFolder();
const posix = { skip: process.platform === 'win32' && 'the stand-ins are shell scripts' };

describe('runProcess', () => {
  it('resolves with code, signal and what was printed, line by line too', async () => {
    const lines: string[] = [];
    const script = "console.log('one'); console.error('two'); process.exit(3)";
    const result = await runProcess(process.execPath, ['-e', script], { onLine: (line) => lines.push(line) });
    assert.equal(result.code, 3);
    assert.deepEqual(lines.sort(), ['one', 'two']);
  });

  it('gives code 127 for a program that is not there', async () => {
    assert.equal((await runProcess(path.join(folder, 'nothing'), [])).code, 127);
    assert.equal((await runProcess(path.join(folder, 'nothing'), [], { guarded: true })).code, 127);
  });

  it('ends a guarded program when asked', async () => {
    const stop = new AbortController();
    const running = runProcess(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      guarded: true,
      abort: stop.signal,
    });
    setTimeout(() => {
      stop.abort();
    }, 300);
    assert.notEqual((await running).code, 0);
  });

  it('takes a guarded program, and what it started, down with a parent that is killed', posix, async () => {
    const beat = path.join(folder, 'beat');
    const tick = `setInterval(() => require('node:fs').appendFileSync(${JSON.stringify(beat)}, '.'), 20)`;
    const inner = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(tick)}])`;
    const module = path.resolve(__dirname, '../../scripts/setup/runProcess.mjs');
    writeFiles(folder, {
      'parent.mjs': `import { runProcess } from ${JSON.stringify(`file://${encodeURI(module)}`)};
        await runProcess(process.execPath, ['-e', ${JSON.stringify(inner)}], { guarded: true });`,
    });
    const parent = spawn(process.execPath, [path.join(folder, 'parent.mjs')], { stdio: 'inherit' });
    while (!existsSync(beat)) await sleep(50);
    parent.kill('SIGKILL');
    let length = -1;
    // It ends within moments; how many is the machine's affair.
    while (length !== readFileSync(beat).length) {
      length = readFileSync(beat).length;
      await sleep(500);
    }
  });
});

describe('createReporter', () => {
  it('prints a line for each finished step, and none for one that failed', () => {
    const printed: string[] = [];
    let time = 0;
    const reporter = createReporter({ stream: { write: (text) => printed.push(text) }, now: () => time });
    const one = reporter.start('one');
    const two = reporter.start('two');
    time = 61_400;
    one.done('3 files');
    two.fail();
    reporter.close();
    assert.deepEqual(printed.slice(1), ['  ok one: 3 files (61 s)\n']);
  });
});
