import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/** Absolute path of a program as a shell would find it in env.PATH; a name with a slash is taken as a path.
 *  undefined when there is none that may be run. */
export function findProgram(name, env = process.env) {
  const windows = process.platform === 'win32';
  const endings = windows ? ['', ...(env.PATHEXT ?? '.EXE;.CMD').split(';')] : [''];
  const folders = /[\\/]/.test(name) ? [''] : (env.PATH ?? env.Path ?? '').split(path.delimiter);
  for (const folder of folders) {
    for (const ending of endings) {
      const file = path.resolve(folder, name + ending);
      if (isProgram(file, windows)) return file;
    }
  }
  return undefined;
}

function isProgram(file, windows) {
  try {
    if (!statSync(file).isFile()) return false;
    accessSync(file, windows ? constants.F_OK : constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
