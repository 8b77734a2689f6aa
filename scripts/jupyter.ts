import path from 'node:path';

/** The Python of the clone's own environment. Start Jupyter as `python -I -m jupyterlab` or `-m nbconvert`: its script
 *  files name a Python by absolute path and break when the folder is moved. */
export function jupyterPython(root: string): string {
  return process.platform === 'win32'
    ? path.join(root, '.venv', 'Scripts', 'python.exe')
    : path.join(root, '.venv', 'bin', 'python');
}

/** Environment for Jupyter: the kernels and settings of .venv come before those of the person's home. */
export function jupyterEnvironment(root: string, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const scripts = path.dirname(jupyterPython(root));
  return {
    ...env,
    JUPYTER_PREFER_ENV_PATH: '1',
    VIRTUAL_ENV: path.join(root, '.venv'),
    PATH: [scripts, env.PATH].filter(Boolean).join(path.delimiter),
  };
}
