import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { MARKER, replaceOutput } from '../../scripts/notebook/replaceOutput';

describe('replaceOutput', () => {
  let root = '';
  let out = '';
  let work = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'captcha-lab-'));
    [out, work] = [path.join(root, 'out'), path.join(root, 'work')];
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const replace = (files: Record<string, string>): Promise<void> =>
    replaceOutput(out, new Map(Object.entries(files)), { work });
  const read = (name: string): string => readFileSync(path.join(out, name), 'utf8');

  it('writes a folder with a list of its files, and leaves no work behind', async () => {
    await replace({ 'index.html': 'i', 'figures/a.png': 'a' });
    assert.deepEqual([read('index.html'), read('figures/a.png')], ['i', 'a']);
    assert.deepEqual(JSON.parse(read(MARKER)), { files: ['figures/a.png', 'index.html'], source: 'run' });
    assert.deepEqual(readdirSync(work), []);
  });

  it('replaces the old output as a whole', async () => {
    await replace({ 'old.html': 'o', 'index.html': '1' });
    await replace({ 'index.html': '2' });
    assert.equal(read('index.html'), '2');
    assert.ok(!existsSync(path.join(out, 'old.html')));
  });

  it('keeps files that are not ours, under another name where a new one needs theirs', async () => {
    await replace({ 'index.html': '1' });
    mkdirSync(path.join(out, 'figures'));
    writeFileSync(path.join(out, 'notes.txt'), 'mine');
    writeFileSync(path.join(out, 'figures', 'a.png'), 'mine too');
    await replace({ 'index.html': '2', 'figures/a.png': 'a' });
    assert.deepEqual([read('notes.txt'), read('figures/a.png'), read('figures/a.png.kept')], [
      'mine',
      'a',
      'mine too',
    ]);
    await replace({ 'index.html': '3' });
    assert.deepEqual([read('notes.txt'), read('figures/a.png.kept')], ['mine', 'mine too']);
  });

  it('touches no folder that it did not write', async () => {
    mkdirSync(out);
    writeFileSync(path.join(out, 'thesis.txt'), 'mine');
    await assert.rejects(replace({ 'index.html': '1' }), /out\/ was not written by this command.*move it away/);
    assert.deepEqual(readdirSync(out), ['thesis.txt']);
  });

  it('takes an empty folder', async () => {
    mkdirSync(out);
    await replace({ 'index.html': '1' });
    assert.equal(read('index.html'), '1');
  });
});
