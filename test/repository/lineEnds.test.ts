import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { trackedFiles } from '../../scripts/check/trackedFiles.mjs';
import { temporaryFolder } from '../setup/temporaryFolder';

const ROOT = path.resolve(__dirname, '../..');
const inClone = spawnSync('git', ['ls-files', '--error-unmatch', 'package.json'], { cwd: ROOT }).status === 0;
const skip = inClone ? false : 'this copy of the project is no clone of git';

/** What git would write for a person with these settings, as folder. */
function checkedOut(...settings: readonly string[]): string {
  const folder = temporaryFolder();
  const options = settings.flatMap((setting) => ['-c', setting]);
  execFileSync('git', [...options, 'checkout-index', '--all', `--prefix=${folder}/`], { cwd: ROOT });
  return folder;
}

describe('the line ends of the repository', { skip }, () => {
  it("do not depend on a machine's settings: a clone made on Windows has the same bytes", () => {
    const windows = checkedOut('core.autocrlf=true', 'core.eol=crlf');
    const linux = checkedOut('core.autocrlf=false', 'core.eol=lf');
    const names = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0');
    const read = (folder: string, name: string) => readFileSync(path.join(folder, name));
    const changed = names.filter(Boolean).filter((name) => !read(windows, name).equals(read(linux, name)));
    assert.deepEqual(changed, []);
  });

  it('are a line feed in every text, and no binary file is taken for text', () => {
    const names = trackedFiles(ROOT);
    const binary = /\.(png|jpe?g|bin|gz|zip|woff2|safetensors)$/;
    const withReturns = names.filter(
      (name) => !binary.test(name) && readFileSync(path.join(ROOT, name)).includes('\r\n'),
    );
    assert.deepEqual(withReturns, []);
    const args = ['check-attr', '--stdin', '-z', 'text'];
    const answer = execFileSync('git', args, { cwd: ROOT, input: names.join('\0'), encoding: 'utf8' });
    const fields = answer.split('\0');
    for (let at = 0; at + 2 < fields.length; at += 3)
      assert.equal(fields[at + 2], binary.test(fields[at]) ? 'unset' : 'auto', fields[at]);
  });
});
