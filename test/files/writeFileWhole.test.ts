import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { writeFileWhole } from 'captcha-lab/files';

function place(test: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

describe('writeFileWhole', () => {
  it('replaces a file, keeps its mode, and follows a link', async (test) => {
    const folder = place(test);
    const file = path.join(folder, 'a');
    await writeFileWhole(file, 'first');
    chmodSync(file, 0o640);
    symlinkSync('a', path.join(folder, 'link'));
    await writeFileWhole(path.join(folder, 'link'), Uint8Array.of(50, 51));
    assert.equal(readFileSync(file, 'utf8'), '23');
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder), ['a', 'link']);
  });

  it('removes what killed processes of this machine left of the same file, and nothing else', async (test) => {
    const folder = place(test);
    // Process ids stay below 2^22 on Linux; 1 always runs.
    const others = [
      `.a.${hostname()}.1-1.tmp`,
      '.a.another-host.99999999-1.tmp',
      `.b.${hostname()}.99999999-1.tmp`,
    ];
    for (const name of [...others, `.a.${hostname()}.99999999-7.tmp`])
      writeFileSync(path.join(folder, name), '');
    await writeFileWhole(path.join(folder, 'a'), 'text');
    assert.deepEqual(readdirSync(folder).sort(), [...others, 'a'].sort());
  });

  it(
    'leaves the old file and nothing else when the system takes only a part of the new one',
    { skip: process.platform === 'win32' && 'Windows has no ulimit' },
    (test) => {
      const folder = place(test);
      const file = path.join(folder, 'a');
      writeFileSync(file, 'old');
      const module = path.resolve(__dirname, '../../lib/files/writeFileWhole.ts');
      const program = `process.on('SIGXFSZ', () => undefined); require(${JSON.stringify(module)}).writeFileWhole(${JSON.stringify(file)}, 'x'.repeat(9000)).then(() => console.log('written'), (error) => console.log(error.code));`;
      const line = `ulimit -f 4; exec "$0" --import tsx -e "$1"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', line, process.execPath, program], {
        encoding: 'utf8',
        cwd: path.resolve(__dirname, '../..'),
      });
      assert.equal(stdout, 'EFBIG\n', stderr);
      assert.equal(readFileSync(file, 'utf8'), 'old');
      assert.deepEqual(readdirSync(folder), ['a']);
    },
  );
});
