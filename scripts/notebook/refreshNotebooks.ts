import { existsSync } from 'node:fs';
import path from 'node:path';
import { jupyterEnvironment, jupyterPython } from '../jupyter';
import { checkLines, checkNotebook } from './checkNotebook';
import { checkSaidNumbers } from './checkSaidNumbers';
import { fewerColours } from './fewerColours';
import { readNotebook, writeNotebook } from './notebookFile';
import type { RunProgress } from './runProgress';
import { PLOTLY } from './site/siteAssets';
import { stillNotebook } from './stillNotebook';
import { drawNotebooks, runNotebooks } from './walkthrough';

export interface RefreshOptions {
  /** The project. */
  root: string;
  env: NodeJS.ProcessEnv;
  /** File names in notebooks/. */
  files: readonly string[];
  progress: RunProgress;
  signal: AbortSignal;
}

/** Executes notebooks on generated data in the profile quick and writes their outputs back, as still images and
 *  without counts, times and versions. All are written, or none.
 *  Throws Error when real pictures could get into the outputs, when a cell fails, when no browser can draw the
 *  figures, or when a result breaks a rule of `checkNotebook`; and, after writing, when prose says numbers that the new
 *  outputs do not show. */
export async function refreshNotebooks(options: RefreshOptions): Promise<void> {
  const { root, env, files, progress, signal } = options;
  const folder = path.join(root, 'notebooks');
  const imported = path.join(root, 'data', 'captchas');
  if (env.CAPTCHA_DATA?.trim())
    throw new Error('CAPTCHA_DATA is set; unset it: outputs show generated data only.');
  if (existsSync(imported)) {
    throw new Error('data/captchas holds imported pictures; move it away: outputs show generated data only.');
  }
  // Minutes of running are not spent on what a look at the source refuses.
  for (const file of files) {
    const wide = checkLines(await readNotebook(path.join(folder, file))).at(0);
    if (wide !== undefined) throw new Error(`no notebook was run: ${file}: ${wide}`);
  }
  const runs = await runNotebooks({
    folder,
    notebooks: files.map((file, index) => ({ number: index + 1, file })),
    python: jupyterPython(root),
    env: jupyterEnvironment(root, { ...env, CAPTCHA_DATA: '', CAPTCHA_PROFILE: 'quick' }),
    work: path.join(root, '.cache', 'work'),
    signal,
    onStart: progress.start,
    onCell: progress.cell,
    onEnd: progress.end,
  }).finally(progress.stop);
  const failed = runs.find(({ state }) => state !== 'ran');
  if (failed) throw new Error(failed.failure ?? `${failed.file} was not run; no notebook was changed.`);

  const notebooks = runs.map(({ notebook }) => notebook);
  const outcome = await drawNotebooks(notebooks, { cache: path.join(root, '.cache'), plotly: PLOTLY });
  if ('reason' in outcome) throw new Error(`the figures cannot be drawn: ${outcome.reason}`);
  const stills = notebooks.map((notebook, index) =>
    stillNotebook(
      notebook,
      outcome.drawn[index].map((figure) => ({ ...figure, png: fewerColours(figure.png) })),
    ),
  );
  const numbers = stills.map((still) => checkSaidNumbers(still));
  const problems = stills.flatMap((still, index) =>
    checkNotebook(still, { folder })
      .filter((problem) => !numbers[index].includes(problem))
      .map((problem) => `${files[index]}: ${problem}`),
  );
  if (problems.length > 0) throw new Error(`no notebook was changed:\n${problems.join('\n')}`);
  for (const [index, still] of stills.entries()) await writeNotebook(path.join(folder, files[index]), still);
  // The outputs are sound; it is the prose that has to follow them.
  const unsaid = numbers.flatMap((list, index) => list.map((problem) => `${files[index]}: ${problem}`));
  if (unsaid.length > 0) throw new Error(`written, but its prose has to follow:\n${unsaid.join('\n')}`);
}
