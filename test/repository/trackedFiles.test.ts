import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { trackedFiles, untrackedFiles } from '../../scripts/check/trackedFiles.mjs';
import { findProgram } from '../../scripts/setup/findProgram.mjs';
import { temporaryFolder, writeFiles } from '../setup/temporaryFolder';

const skip = findProgram('git', process.env) === undefined ? 'git is not installed' : false;

const PROJECT = {
  'package.json': '{}',
  'eslint.config.mjs': '',
  'lib/image/otsu.ts': 'export const one = 1;\n',
  'test/é.test.ts': 'export {};\n',
};
const OWN = {
  'my.ts': 'x=1',
  'drawn/22e2d.json': '{}',
  'slides/confusion.json': '{}',
  'lib/image/new.ts': '',
};

/** A clone with the project's files committed and a person's own beside them. */
function clone(): string {
  const folder = temporaryFolder();
  writeFiles(folder, { ...PROJECT, '.gitignore': 'out/\n' });
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  git('init', '-q');
  git('add', '-A');
  writeFiles(folder, { ...OWN, 'out/index.html': '' });
  return folder;
}

describe('the files that the checks look at', () => {
  it("are those that git tracks, whatever a person's own files beside them", { skip }, () => {
    const expected = ['.gitignore', ...Object.keys(PROJECT)].sort();
    assert.deepEqual(trackedFiles(clone()), expected);
  });

  it('leave out one that was deleted and not yet committed', { skip }, () => {
    const folder = clone();
    rmSync(path.join(folder, 'lib/image/otsu.ts'));
    assert.ok(!trackedFiles(folder).includes('lib/image/otsu.ts'));
  });

  it('name the new ones in the project folders apart, to be added', { skip }, () => {
    assert.deepEqual(untrackedFiles(clone()), ['lib/image/new.ts']);
  });

  it("are those of the project's own folders in a copy that git knows nothing of", () => {
    const folder = temporaryFolder();
    writeFiles(folder, { ...PROJECT, ...OWN, 'lib/dist/index.js': '', 'lib/node_modules/a/index.ts': '' });
    assert.deepEqual(trackedFiles(folder), ['lib/image/new.ts', ...Object.keys(PROJECT)].sort());
    assert.deepEqual(untrackedFiles(folder, ['lib']), []);
  });

  it('are found likewise in a copy that lies inside a clone of something else', { skip }, () => {
    const inner = path.join(clone(), 'unpacked');
    writeFiles(inner, { ...PROJECT, 'drawn/a.json': '{}' });
    assert.deepEqual(trackedFiles(inner), Object.keys(PROJECT).sort());
  });
});
