import { existsSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findPython } from './findPython.mjs';
import { relocateVenv } from './relocateVenv.mjs';
import { runProcess } from './runProcess.mjs';
import { SetupError } from './setupError.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { toolFailure } from './toolFailure.mjs';

/** Step: an empty virtual environment in .venv, with pip. */
export const venvStep = {
  name: 'venv',
  title: 'Python environment',
  room: () => [],

  missing({ paths }) {
    const stamp = readStamp(paths.venvStamp);
    if (stamp?.platform !== process.platform || stamp.arch !== process.arch) return 'there is none';
    // A Python that was removed or replaced by another version leaves an environment that does not start.
    if (interpreter(paths) !== stamp.interpreter) return 'its Python is gone';
    return stamp.root === paths.root ? undefined : 'the folder was moved';
  },

  async run(context) {
    const { paths } = context;
    if (this.missing(context) === 'the folder was moved' && process.platform !== 'win32') {
      const stamp = readStamp(paths.venvStamp);
      const from = path.join(stamp.root, path.relative(paths.root, paths.venv));
      relocateVenv(paths.scripts, { from, to: paths.venv, python: paths.python });
      writeStamp(paths.venvStamp, { ...stamp, root: paths.root });
      return 'mended after a move';
    }
    return createVenv(context);
  },
};

function interpreter({ python }) {
  return existsSync(python) ? realpathSync(python) : undefined;
}

async function createVenv({ paths, env, abort, log }) {
  const python = await findPython({ env });
  rmSync(paths.venv, { recursive: true, force: true });
  const options = { cwd: paths.root, env, guarded: true, abort, log };
  const made = await runProcess(python.program, ['-I', '-m', 'venv', paths.venv], options);
  if (made.code !== 0) {
    if (/ensurepip/.test(made.output) && !/No space left/.test(made.output)) {
      throw new SetupError(
        `Python ${python.version.join('.')} (${python.program}) cannot make virtual environments; ` +
          'run `sudo apt install python3-venv` (Debian, Ubuntu) and run the same command again.',
      );
    }
    throw toolFailure('the Python environment could not be made', made, log);
  }
  const pip = await runProcess(paths.python, ['-I', '-m', 'pip', '--version'], {
    ...options,
    guarded: false,
  });
  if (pip.code !== 0) {
    throw toolFailure('the new Python environment has no pip', pip, log);
  }
  const version = python.version.join('.');
  writeStamp(paths.venvStamp, {
    version,
    interpreter: interpreter(paths),
    root: paths.root,
    platform: process.platform,
    arch: process.arch,
  });
  return `Python ${version}`;
}
