import path from 'node:path';

/** The places set-up fills in a clone. */
export function pathsOf(root, platform = process.platform) {
  const windows = platform === 'win32';
  const venv = path.join(root, '.venv');
  const tfjs = path.join(root, 'node_modules', '@tensorflow', 'tfjs-node');
  return {
    root,
    state: path.join(root, '.cache', 'setup'),
    modules: path.join(root, 'node_modules'),
    packagesStamp: path.join(root, 'node_modules', '.captcha-lab.json'),
    venv,
    python: windows ? path.join(venv, 'Scripts', 'python.exe') : path.join(venv, 'bin', 'python'),
    scripts: path.join(venv, windows ? 'Scripts' : 'bin'),
    venvStamp: path.join(venv, 'captcha-lab-venv.json'),
    jupyterStamp: path.join(venv, 'captcha-lab-jupyter.json'),
    kernel: path.join(venv, 'share', 'jupyter', 'kernels', 'tslab', 'kernel.json'),
    tslab: path.join(root, 'node_modules', 'tslab', 'bin', 'tslab'),
    requirements: path.join(root, 'scripts', 'requirements.txt'),
    tfjs,
    tfjsLibraries: path.join(tfjs, 'deps', 'lib'),
    // node-pre-gyp takes the highest N-API version that the package names and Node has: 8 for every Node since 15.12.
    tfjsBinding: path.join(tfjs, 'lib', 'napi-v8', 'tfjs_binding.node'),
    tfjsStamp: path.join(tfjs, 'captcha-lab.json'),
    compiler: path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
    library: path.join(root, 'lib'),
    dist: path.join(root, 'lib', 'dist'),
    plotly: path.join(root, 'lib', 'dist', 'assets', 'plotly.min.js'),
    // JupyterLab serves what lies in a folder of this name; without a package.json it takes it for no extension.
    servedPlotly: path.join(
      venv,
      'share',
      'jupyter',
      'labextensions',
      'captcha-lab',
      'static',
      'plotly.min.js',
    ),
    libraryStamp: path.join(root, 'lib', 'dist', '.captcha-lab.json'),
  };
}
