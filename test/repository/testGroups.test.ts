import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { groupTests, sharesProcess, testPrograms } from '../../scripts/check/testGroups.mjs';
import { temporaryFolder, writeFiles } from '../setup/temporaryFolder';

const passes = (name: string) => `import { it } from 'node:test';\nit('${name} holds', () => {});\n`;
const FAILS = `import { it } from 'node:test';\nit('does not hold', () => { throw new Error('wrong'); });\n`;
const BREAKS = `throw new Error('no such thing');\n`;
const SLOW = `import { it } from 'node:test';
import { state } from './state.mjs';
await new Promise((resolve) => setTimeout(resolve, 200));
state.loaded = true;
it('slow holds', () => {});
`;
const WAITS = `import { it } from 'node:test';
import { state } from './state.mjs';
it('all are loaded', () => { if (!state.loaded) throw new Error('too early'); });
`;

/** One run of such files in one process, by Node's runner. */
function runTogether(): { status: number | null; output: string } {
  const folder = temporaryFolder();
  const names = ['a.mjs', 'b.mjs', 'c.mjs', 'd.mjs', 'e.mjs'];
  const texts = [passes('a'), FAILS, BREAKS, WAITS, SLOW];
  const files = Object.fromEntries(names.map((name, index) => [name, texts[index]]));
  writeFiles(folder, { ...files, 'state.mjs': 'export const state = { loaded: false };' });
  const { programs } = testPrograms(
    names.map((name) => path.join(folder, name)),
    folder,
  );
  assert.equal(programs.length, 1);
  const env = { ...process.env };
  delete env.NODE_TEST_CONTEXT;
  const args = ['--test', '--test-reporter=tap', path.relative(folder, programs[0])];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
  return { status, output: stdout };
}

describe('testGroups', () => {
  it('keeps a test apart that touches what a process has once', () => {
    const touching = [
      `process.env.HOME = '/'`,
      `tf.setBackend('cpu')`,
      `mock.timers.enable()`,
      `console.log = say`,
      `import { spawn } from 'node:child_process'`,
      `before(() => undefined);`,
    ];
    for (const text of touching) assert.equal(sharesProcess(text), false, text);
    assert.equal(sharesProcess(`describe('otsu', () => {\n  before(() => undefined);\n});`), true);
  });

  it('puts the others of a folder together, at the place of the first', () => {
    const folder = temporaryFolder();
    const own = `${passes('b')}process.exitCode = 0;`;
    writeFiles(folder, { 'a/a.mjs': passes('a'), 'a/b.mjs': own, 'a/c.mjs': passes('c'), 'd/d.mjs': FAILS });
    const full = (name: string) => path.join(folder, name);
    const files = ['a/a.mjs', 'a/b.mjs', 'a/c.mjs', 'd/d.mjs'].map(full);
    const expected = [['a/a.mjs', 'a/c.mjs'], ['a/b.mjs'], ['d/d.mjs']];
    assert.deepEqual(
      groupTests(files),
      expected.map((group) => group.map(full)),
    );
  });

  it('leaves a file that is alone to the runner as it is, and takes away what it wrote', () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'a.mjs': passes('a'), 'b.mjs': passes('b') });
    const [a, b] = [path.join(folder, 'a.mjs'), path.join(folder, 'b.mjs')];
    assert.deepEqual(testPrograms([a], folder).programs, [a]);
    const { programs, remove } = testPrograms([a, b], folder);
    assert.match(readFileSync(programs[0], 'utf8'), /a\.mjs.*b\.mjs/s);
    remove();
    assert.equal(existsSync(path.dirname(programs[0])), false);
  });

  describe('a run of files together', () => {
    const { status, output } = runTogether();

    it('counts every test of every file, and is red when one is', () => {
      assert.match(output, /^# tests 5$/m);
      assert.match(output, /^# pass 3$/m);
      assert.equal(status, 1);
    });

    it('names the file of a test that fails', () => {
      assert.match(output, /^not ok \d+ - does not hold\n[^]*?b\.mjs:2/m);
    });

    it('fails for a file that cannot be loaded, by its name', () => {
      assert.match(output, /^not ok \d+ - c\.mjs cannot be loaded\n[^]*?no such thing/m);
    });

    it('starts no test before all files are loaded', () => {
      assert.match(output, /^ok \d+ - all are loaded$/m);
    });
  });
});
