import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { StrengthResult } from 'captcha-lab/strength';
import { temporaryFolder } from '../data/temporaryFolder';
import { runScript, writeTinySet } from './strengthSet';

const ROOT = path.resolve(__dirname, '../..');

describe('npm run strength, end to end', () => {
  it('is killed, goes on, and leaves a result, a page and a reader that reads', async (test) => {
    const here = temporaryFolder(test);
    const set = path.join(here, 'set');
    await writeTinySet(set, 260);
    const args = ['set', '--labels', '40', '150', '--minutes', '0.8', '--out', 'found'];
    const store = path.join(here, 'found', 'in-progress');
    const script = ['--import', 'tsx', path.join(ROOT, 'scripts', 'strength.ts'), ...args];
    const child = spawn(process.execPath, script, { cwd: ROOT, env: { ...process.env, INIT_CWD: here } });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    while (!existsSync(store) || readdirSync(store).length === 0) {
      assert.equal(child.exitCode, null, 'it ended before it could be killed');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    child.kill('SIGKILL');
    await ended;
    const { status, stdout, stderr } = runScript(here, 'strength.ts', ...args);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Texts right \(95% interval\)[^]*What to do instead[^]*strength\.html/);
    const result = JSON.parse(
      readFileSync(path.join(here, 'found', 'strength.json'), 'utf8'),
    ) as StrengthResult;
    assert.deepEqual(
      result.rows.map(({ labels }) => labels),
      [40, 150],
    );
    const last = result.rows[1].texts;
    assert.ok(last.correct >= 0.9 * last.n, `${last.correct} of ${last.n}`);
    const page = readFileSync(path.join(here, 'found', 'strength.html'), 'utf8');
    assert.match(page, /How strong is set\?/);
    assert.ok(!/(?:src|href)="(?!data:|#)/.test(page.replace(/<script[^]*?<\/script>/g, '')));
    assert.ok(!existsSync(store));

    const read = runScript(here, 'read.ts', 'set', '--model', 'found/reader', '--check');
    assert.equal(read.status, 0, read.stderr);
    const [, right, n] = /Right texts: (\d+)\/(\d+)/.exec(read.stdout)!.map(Number);
    assert.ok(n === 260 && right >= 234, `${right} of ${n}`);

    const drawn = runScript(here, 'generate.ts', '--count', '1', '--out', path.join(here, 'drawn'));
    assert.equal(drawn.status, 0, drawn.stderr);
    const other = runScript(here, 'read.ts', 'drawn', '--model', 'found/reader');
    assert.equal(other.status, 1);
    assert.match(other.stderr, /another scheme, 200 x 50 pixels; the reader learnt set: 48 x 24 pixels/);

    const again = runScript(here, 'strength.ts', ...args, '--json');
    assert.equal(again.status, 0, again.stderr);
    assert.deepEqual(JSON.parse(again.stdout), result);
    const seed = runScript(here, 'strength.ts', ...args, '--seed', '2');
    assert.equal(seed.status, 1);
    assert.match(seed.stderr, /--out .*found holds a measurement of other pictures, labels, seed or start/);
    const on = runScript(here, 'strength.ts', ...args.slice(0, -1), 'on', '--from', 'found/reader');
    assert.equal(on.status, 0, on.stderr);
    writeFileSync(path.join(here, 'found', 'mine.txt'), '');
    const foreign = runScript(here, 'strength.ts', ...args);
    assert.equal(foreign.status, 1);
    assert.match(foreign.stderr, /but has mine\.txt/);
  });
});
