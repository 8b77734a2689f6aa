import { findProgram } from './findProgram.mjs';
import { runProcess } from './runProcess.mjs';
import { SetupError } from './setupError.mjs';

/** Lowest Python that works, and the newest one the locked packages were checked with. */
export const LOWEST_PYTHON = [3, 9];
export const NEWEST_PYTHON = [3, 14];

const NAMES = ['python3', 'python', ...[14, 13, 12, 11, 10, 9].map((minor) => `python3.${minor}`), 'py'];

const PROBE = `
import importlib.util, json, platform, sys
print(json.dumps({
    "version": list(sys.version_info[:3]),
    "executable": sys.executable,
    "kind": platform.python_implementation(),
    "venv": all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip")),
}))`;

/** What one Python says of itself: { program, version: [3, 11, 2], executable, venv }; undefined when it is none. */
export async function askPython(program, env) {
  const { code, output } = await runProcess(program, ['-I', '-c', PROBE], { env });
  if (code !== 0) return undefined;
  try {
    const answer = JSON.parse(output.split(/\r?\n/).find((line) => line.startsWith('{')));
    return Array.isArray(answer.version) ? { program, ...answer } : undefined;
  } catch {
    return undefined;
  }
}

/** The Python to make .venv with: PYTHON if set, else the first on PATH that is recent enough and can make virtual
 *  environments. Throws SetupError with the remedy when there is none. */
export async function findPython({ env, platform = process.platform }) {
  const names = env.PYTHON ? [env.PYTHON] : NAMES;
  const programs = [...new Set(names.map((name) => findProgram(name, env)).filter(Boolean))];
  const found = [];
  for (const program of programs) {
    const python = await askPython(program, env);
    if (!python) continue;
    if (whyUnfit(python) === undefined && compareVersions(python.version, NEWEST_PYTHON) <= 0) return python;
    found.push(python);
  }
  const newer = found.find((python) => whyUnfit(python) === undefined);
  if (newer) return newer;
  throw new SetupError(describeLack({ found, wanted: env.PYTHON, programs, platform }));
}

/** 'venv' or 'old' for a Python that will not do, else undefined. */
export function whyUnfit({ version, venv }) {
  if (compareVersions(version, LOWEST_PYTHON) < 0) return 'old';
  return venv ? undefined : 'venv';
}

// By major and minor version only.
function compareVersions(a, b) {
  return a[0] - b[0] || a[1] - b[1];
}

/** The sentence for a machine where no Python fits. */
export function describeLack({ found, wanted, programs, platform }) {
  const install = {
    linux:
      '`sudo apt install python3 python3-venv` on Debian and Ubuntu, `sudo dnf install python3` on Fedora',
    darwin: '`brew install python` or https://www.python.org',
    win32: 'https://www.python.org',
  };
  const source = install[platform] ?? 'https://www.python.org';
  const again = 'and run the same command again';
  if (wanted && found.length === 0) {
    const state = programs.length === 0 ? 'is not a program that can be run' : 'does not run as Python';
    return `PYTHON=${wanted} ${state}; set it to a Python 3.9 or newer, or unset it, ${again}.`;
  }
  if (found.length === 0) return `Python 3.9 or newer was not found; install it (${source}) ${again}.`;
  const lacking = found.find((python) => whyUnfit(python) === 'venv');
  if (lacking) {
    const [major, minor] = lacking.version;
    const remedy =
      platform === 'linux'
        ? `run \`sudo apt install python3-venv\` (or python${major}.${minor}-venv; other systems: the package with ensurepip)`
        : 'install Python from https://www.python.org';
    return `Python ${lacking.version.join('.')} (${lacking.program}) cannot make virtual environments; ${remedy} ${again}.`;
  }
  const [old] = found;
  return (
    `Python ${old.version.join('.')} (${old.program}) is too old, 3.9 is the lowest; install a newer one (${source}), ` +
    `name it with PYTHON=/path/to/python3 if it is not first on PATH, ${again}.`
  );
}
