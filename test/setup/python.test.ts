import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathsOf } from '../../scripts/setup/paths.mjs';
import { createReporter } from '../../scripts/setup/reporter.mjs';
import { setUp } from '../../scripts/setup/setUp.mjs';
import { temporaryFolder, writeFiles, writeProgram } from './temporaryFolder';

const folder = temporaryFolder();
const quiet = createReporter({ stream: { write: () => true } });
const posix = { skip: process.platform === 'win32' && 'the stand-ins are shell scripts' };
let count = 0;

/** A clone, and a stand-in for Python on the PATH: it makes environments of copies of itself and notes what pip is
 *  asked; `venv` and `pip` are shell lines that run in their place. */
function clone({ venv = '', pip = '' } = {}) {
  const root = path.join(folder, `clone ${++count}`);
  const bin = path.join(folder, `bin ${count}`);
  const answer = JSON.stringify({ version: [3, 11, 2], venv: true });
  const write = (lines: { venv: string; pip: string }): string =>
    writeProgram(bin, 'python3', [
      'case "$*" in',
      `*"-m venv"*) ${lines.venv || ':'}`,
      '  mkdir -p "$4/bin"; ln -s "$0" "$4/bin/python"; printf "#!$4/bin/python\\n" > "$4/bin/jupyter-lab" ;;',
      '*"pip --version"*) echo pip 24 ;;',
      `*"pip install"*) echo "$@" >> '${bin}/calls'; ${lines.pip || ':'} ;;`,
      '*"import jupyterlab"*) echo 4.6.6 ;;',
      `*) echo '${answer}' ;;`,
      'esac',
    ]);
  write({ venv, pip });
  writeFiles(root, { 'scripts/requirements.txt': 'jupyterlab==4.6.6 --hash=sha256:00\n' });
  // dirname, mkdir and ln are the stand-in's own needs.
  const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: folder };
  const calls = () =>
    existsSync(path.join(bin, 'calls')) ? readFileSync(path.join(bin, 'calls'), 'utf8') : '';
  return {
    root,
    paths: pathsOf(root),
    calls,
    mend: () => write({ venv: '', pip: '' }),
    run: (at = root) => setUp({ root: at, env, names: ['venv', 'jupyter'], reporter: quiet }),
  };
}

describe('the Python steps', posix, () => {
  it('make .venv, install by hash only, and then nothing', async () => {
    const { run, calls } = clone();
    assert.deepEqual(await run(), ['venv', 'jupyter']);
    assert.match(calls(), /^-I -m pip install .*--require-hashes .*-r .*requirements\.txt\n$/);
    assert.deepEqual(await run(), []);
  });

  it('install again when the requirements change', async () => {
    const { root, run } = clone();
    await run();
    appendFileSync(path.join(root, 'scripts', 'requirements.txt'), 'x==1 --hash=sha256:01\n');
    assert.deepEqual(await run(), ['jupyter']);
  });

  it('make .venv anew when its Python is gone', async () => {
    const { run, paths } = clone();
    await run();
    rmSync(paths.python);
    assert.deepEqual(await run(), ['venv', 'jupyter']);
  });

  it('mend .venv after a move, without pip', async () => {
    const { root, run, calls } = clone();
    await run();
    const moved = `${root} moved`;
    renameSync(root, moved);
    const before = calls();
    const paths = pathsOf(moved);
    assert.deepEqual(await run(moved), ['venv', 'jupyter']);
    assert.equal(calls(), before);
    assert.ok(
      readFileSync(path.join(paths.scripts, 'jupyter-lab'), 'utf8').includes(`"${moved}/.venv/bin/python"`),
    );
  });

  it('tell of a Debian without python3-venv, and repair it once it is there', async () => {
    const { run, mend } = clone({ venv: "echo 'ensurepip is not available'; exit 1;" });
    await assert.rejects(
      run(),
      /^SetupError: Python 3\.11\.2 .* cannot make virtual environments; run `sudo apt install/,
    );
    mend();
    assert.deepEqual(await run(), ['venv', 'jupyter']);
  });

  const failures: readonly (readonly [string, string, RegExp])[] = [
    [
      'a full disk',
      '[Errno 28] No space left on device',
      /the disk is full; free some space; then run the same command again/,
    ],
    ['a damaged download', 'THESE PACKAGES DO NOT MATCH THE HASHES', /a download arrived damaged/],
    ['no network', "NewConnectionError('refused')", /the package registry cannot be reached/],
  ];
  for (const [name, words, expected] of failures) {
    it(`tell of ${name} under pip in one sentence, and repair it`, async () => {
      const { run, mend, paths } = clone({ pip: `echo "${words}"; exit 1` });
      await assert.rejects(run(), (error: Error) => {
        assert.match(error.message, expected);
        assert.match(
          error.message,
          /^pip could not install JupyterLab: [^\n]* \(details in \.cache\/setup\/jupyter\.log\)\.$/,
        );
        return true;
      });
      assert.ok(readFileSync(path.join(paths.state, 'jupyter.log'), 'utf8').includes(words));
      mend();
      assert.deepEqual(await run(), ['jupyter']);
    });
  }

  it('repair what a kill left half-made', async () => {
    const { run, paths } = clone();
    writeFiles(paths.venv, { 'bin/half': '', 'pyvenv.cfg': '' });
    await run();
    assert.deepEqual(readdirSync(path.join(paths.venv, 'bin')).sort(), ['jupyter-lab', 'python']);
  });
});
