import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { RESULTS_VARIABLE, type ResultRow } from '../../lib/notebook/recordResults';
import { drawFigures, type DrawnFigure } from './drawFigures';
import { figuresIn } from './embedded';
import { executeNotebook } from './executeNotebook';
import { describeFailure } from './failure';
import type { ListedNotebook } from './listNotebooks';
import { notebookHeading } from './notebookHeading';
import { readNotebook, type Notebook } from './notebookFile';
import { openBrowser } from './openBrowser';
import { makeWorkFolder } from './workFolder';

/** What became of one notebook. */
export interface NotebookRun {
  readonly file: string;
  readonly title: string;
  /** 'committed': not run, and its outputs are those of the repository. */
  readonly state: 'ran' | 'failed' | 'not run' | 'committed';
  /** Code cells that were started, and how many there are. */
  readonly cells: number;
  readonly of: number;
  readonly seconds: number;
  readonly results: readonly ResultRow[];
  /** With outputs as far as it ran; as it is in the repository otherwise. */
  readonly notebook: Notebook;
  /** Why it failed, several lines. */
  readonly failure?: string;
}

/** What the walkthrough needs to know. */
export interface WalkthroughOptions {
  /** Folder of the notebooks. */
  folder: string;
  /** Notebooks in order; the run stops at the first that fails. */
  notebooks: readonly ListedNotebook[];
  python: string;
  /** Environment of the kernels. */
  env: NodeJS.ProcessEnv;
  /** Folder for work in progress; what is put there is removed again. */
  work: string;
  signal: AbortSignal;
  onStart?: (file: string) => void;
  onCell?: (number: number, of: number) => void;
  onEnd?: (run: NotebookRun) => void;
}

/** Executes notebooks one after the other, each in a kernel of its own, and stops at the first failure or when
 *  `signal` says so. The notebooks' files are only read. */
export async function runNotebooks(options: WalkthroughOptions): Promise<NotebookRun[]> {
  const { folder, notebooks, work, signal, onStart, onEnd } = options;
  const temporary = await makeWorkFolder(work);
  const runs: NotebookRun[] = [];
  const aborted = (): boolean => signal.aborted;
  try {
    for (const { file } of notebooks) {
      const stopped = aborted() || runs.some(({ state }) => state === 'failed');
      if (!stopped) onStart?.(file);
      const run = stopped
        ? await notRun(path.join(folder, file))
        : await runOne(path.join(folder, file), temporary, options);
      if (!stopped && !aborted()) onEnd?.(run);
      runs.push(run);
    }
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return runs;
}

async function runOne(
  source: string,
  temporary: string,
  { folder, python, env, signal, onCell }: WalkthroughOptions,
): Promise<NotebookRun> {
  const before = await notRun(source);
  const result = path.join(temporary, before.file);
  const resultsFile = path.join(temporary, `${before.file}.results`);
  const started = performance.now();
  let cells = 0;
  const failure = await executeNotebook(source, {
    result,
    folder,
    python,
    env: { ...env, [RESULTS_VARIABLE]: resultsFile },
    signal,
    onCell(number, of) {
      cells = number;
      onCell?.(number, of);
    },
  });
  const notebook = existsSync(result) ? await readNotebook(result) : before.notebook;
  const text = existsSync(resultsFile) ? await readFile(resultsFile, 'utf8') : '';
  return {
    ...before,
    notebook,
    cells,
    seconds: (performance.now() - started) / 1000,
    state: failure ? 'failed' : 'ran',
    results: text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as ResultRow),
    ...(failure ? { failure: describeFailure(before.file, notebook, failure) } : {}),
  };
}

/** A notebook of which nothing was run, as it is in the repository. */
export async function notRun(source: string): Promise<NotebookRun> {
  const notebook = await readNotebook(source);
  const file = path.basename(source);
  const { title } = notebookHeading(notebook, file);
  const of = notebook.cells.filter(({ cell_type }) => cell_type === 'code').length;
  return { file, title, state: 'not run', cells: 0, of, seconds: 0, results: [], notebook };
}

/** The figures of each notebook as files hold them, or why no browser could draw them. */
export async function drawNotebooks(
  notebooks: readonly Notebook[],
  { cache, plotly }: { cache: string; plotly: string },
): Promise<{ drawn: DrawnFigure[][]; browser: string } | { reason: string }> {
  const found = await openBrowser({ cache });
  if ('reason' in found) return found;
  try {
    const drawn: DrawnFigure[][] = [];
    for (const { cells } of notebooks) {
      const figures = figuresIn(cells.flatMap(({ outputs }) => outputs ?? []));
      drawn.push(await drawFigures(figures, { browser: found.browser, plotly }));
    }
    return { drawn, browser: found.name };
  } catch (error) {
    // Pages draw their figures themselves; still pictures are not worth losing a long run for.
    return { reason: (error as Error).message.split('\n')[0] };
  } finally {
    await found.browser.close();
  }
}
