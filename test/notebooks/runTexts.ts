import { existsSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { jupyterEnvironment, jupyterPython } from '../../scripts/jupyter';
import { fromText } from '../../scripts/notebook/fromText';
import { writeNotebook } from '../../scripts/notebook/notebookFile';
import { runNotebooks, type NotebookRun } from '../../scripts/notebook/walkthrough';

export const ROOT = path.join(__dirname, '..', '..');
export const PYTHON = jupyterPython(ROOT);
/** Why no notebook can be run here, or false. */
export const skip = existsSync(PYTHON) ? false : 'no .venv: `npm run setup` makes it';

/** Notebooks live within the project, because tslab looks for packages from their folder upwards. */
export async function scratch(): Promise<string> {
  await mkdir(path.join(ROOT, '.cache'), { recursive: true });
  return mkdtemp(path.join(ROOT, '.cache', 'test-'));
}

/** Writes notebooks into `folder` and runs them in a real Jupyter. */
export async function runTexts(texts: Readonly<Record<string, string>>, folder: string): Promise<NotebookRun[]> {
  for (const [name, text] of Object.entries(texts)) {
    await writeNotebook(path.join(folder, name), fromText(text));
  }
  return runNotebooks({
    folder,
    notebooks: Object.keys(texts).map((file, index) => ({ number: index + 1, file })),
    python: PYTHON,
    env: jupyterEnvironment(ROOT),
    work: path.join(folder, 'work'),
    signal: new AbortController().signal,
  });
}
