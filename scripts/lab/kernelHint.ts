import path from 'node:path';

/** Where the kernel of the project in `root` is, and how other programs than `npm run lab` come to it. The folder stands alone
 *  in the first line. */
export function kernelHint(root: string): string {
  const folder = path.join(root, '.venv', 'share', 'jupyter', 'kernels', 'tslab');
  return `${folder}

A JupyterLab of your own:
  jupyter kernelspec install --user --name captcha-lab ${shellQuoted(folder)}
  Then choose the kernel TypeScript. It belongs to this folder: after moving it, do this again; to be rid of it,
  jupyter kernelspec remove captcha-lab

VS Code: with its extensions Jupyter and Python, open this folder and a notebook, then Select Kernel, Jupyter Kernel…,
  TypeScript. Where it is not on the list, choose .venv by Python: Select Interpreter first.

Notebooks find the library in any folder inside the project. Compile it after a change in lib/: npm run setup`;
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
