import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';

const ROOT = path.resolve(__dirname, '../..');
/** No account has it: containers that are started by number know no name and no home. */
const NUMBER = 12345;

/** Runs a command as somebody who has neither an account nor HOME, in a clone of somebody else's. */
function run(folder: string, command: readonly string[]) {
  return spawnSync(process.execPath, [path.join(ROOT, 'scripts', 'run.cjs'), ...command], {
    cwd: folder,
    env: { PATH: process.env.PATH, INIT_CWD: folder, TMPDIR: folder },
    encoding: 'utf8',
    uid: NUMBER,
    gid: NUMBER,
  });
}

function whyNot(): string | false {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux can be another user';
  const seen = spawnSync('test', ['-r', path.join(ROOT, 'package.json')], { uid: NUMBER, gid: NUMBER });
  return seen.status !== 0 && 'this clone lies where others may not read';
}

describe(
  'a user number without an account, without HOME, in a clone of somebody else',
  { skip: whyNot() },
  () => {
    for (const command of [
      ['doctor'],
      ['setup'],
      ['read', '--help'],
      ['lab', '--print-kernel'],
      ['notebooks', 'check', '1'],
      ['generate', '--count', '1', '--out', 'drawn'],
    ]) {
      it(`has ${command[0]} work, or say one sentence`, () => {
        const folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-'));
        chmodSync(folder, 0o777);
        try {
          const { status, stdout, stderr } = run(folder, command);
          assert.doesNotMatch(stdout + stderr, /\n\s+at .*:\d+|uv_os_homedir|SystemError/);
          if (command[0] === 'generate')
            assert.ok(existsSync(path.join(folder, 'drawn', 'manifest.json')), stderr);
          if (command[0] === 'doctor') assert.match(stdout, /^OK +Node /m);
          else if (status !== 0)
            assert.match(stderr, /^error: .*cannot be written .*; copy or clone it .*\.\n$/);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      });
    }
  },
);
