import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { runProcess } from './runProcess.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { toolFailure } from './toolFailure.mjs';

// A person's pip settings for other work (another target, no wheels, a dry run) would break or misplace ours; those
// about the index, certificates, proxies and caches stay.
const UNWANTED =
  /^PIP_(TARGET|PREFIX|ROOT|USER|NO_BINARY|ONLY_BINARY|PLATFORM|PYTHON|PYTHON_VERSION|IMPLEMENTATION|ABI|DRY_RUN|NO_DEPS|QUIET|VERBOSE|CONSTRAINT|REQUIREMENT|EDITABLE|UPGRADE|PRE|LOG|REQUIRE_VIRTUALENV|SRC|DEST|REPORT)$/;

/** The environment for pip: `env` without what would steer it elsewhere. */
export function pipEnvironment(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !UNWANTED.test(name)));
}

function fingerprint(paths) {
  return createHash('sha256').update(readFileSync(paths.requirements)).digest('hex');
}

/** Step: JupyterLab, nbconvert and nbclient in .venv, as scripts/requirements.txt pins them, each file's hash checked. */
export const jupyterStep = {
  name: 'jupyter',
  title: 'JupyterLab',
  after: ['venv'],
  undoneBy: ['venv'],
  room: ({ paths }) => [{ folder: paths.root, bytes: 0.35e9 }],

  missing({ paths }) {
    const { requirements, interpreter } = readStamp(paths.jupyterStamp) ?? {};
    if (requirements !== fingerprint(paths)) return 'not installed for these requirements';
    return interpreter === readStamp(paths.venvStamp)?.interpreter
      ? undefined
      : 'the environment was made anew';
  },

  async run({ paths, env, abort, log, task }) {
    rmSync(paths.jupyterStamp, { force: true });
    const args = [
      '-I',
      '-m',
      'pip',
      'install',
      '--disable-pip-version-check',
      '--no-input',
      '--progress-bar=off',
    ];
    args.push(
      '--no-user',
      '--retries=3',
      '--require-hashes',
      '--only-binary=:all:',
      '-r',
      paths.requirements,
    );
    let collected = 0;
    const onLine = (line) => {
      if (line.startsWith('Collecting ')) task.update(`${++collected} packages found`);
      if (line.startsWith('Installing collected')) task.update(`installing ${collected} packages`);
    };
    const options = { cwd: paths.root, env: pipEnvironment(env), abort, log };
    const installed = await runProcess(paths.python, args, { ...options, guarded: true, onLine });
    if (installed.code !== 0) {
      throw toolFailure('pip could not install JupyterLab', installed, log);
    }
    const check = ['-I', '-c', 'import jupyterlab, nbclient, nbconvert; print(jupyterlab.__version__)'];
    const loaded = await runProcess(paths.python, check, options);
    if (loaded.code !== 0) {
      throw toolFailure('JupyterLab was installed but does not load', loaded, log);
    }
    writeStamp(paths.jupyterStamp, {
      requirements: fingerprint(paths),
      interpreter: readStamp(paths.venvStamp)?.interpreter,
    });
    return /^\d+\.\d+\.\S+$/m.exec(loaded.output)?.[0] ?? 'installed';
  },
};
