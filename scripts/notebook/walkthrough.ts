import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeWorkFolder } from 'captcha-lab/files';
import { RESULTS_VARIABLE, type ResultRow } from '../../lib/notebook/recordResults';
import { drawFigures, type DrawnFigure } from './drawFigures';
import { figuresIn } from './embedded';
import { executeNotebook } from './executeNotebook';
import { describeFailure } from './failure';
import type { ListedNotebook } from './listNotebooks';
import { notebookHeading } from './notebookHeading';
import { readNotebook, type Notebook } from './notebookFile';
import { openBrowser } from './openBrowser';
import { runOrder } from './runOrder';

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
  /** Notebooks in order; when one fails, no other is started. */
  notebooks: readonly ListedNotebook[];
  python: string;
  /** Environment of the kernels. */
  env: NodeJS.ProcessEnv;
  /** Folder for work in progress; what is put there is removed again. */
  work: string;
  signal: AbortSignal;
  /** How many run at the same time, as far as none needs what another leaves; 1 by default. */
  jobs?: number;
  onStart?: (file: string) => void;
  onCell?: (file: string, number: number, of: number) => void;
  onEnd?: (run: NotebookRun) => void;
}

/** Executes notebooks, each in a kernel of its own, `jobs` at a time, and starts no other after the first failure or when
 *  `signal` says so. The notebooks' files are only read. Returns what became of each, in the order given. */
export async function runNotebooks(options: WalkthroughOptions): Promise<NotebookRun[]> {
  const { folder, notebooks, work, signal, jobs = 1, onStart, onEnd } = options;
  const temporary = await makeWorkFolder(work, 'work-');
  const found = await Promise.all(notebooks.map(({ file }) => notRun(path.join(folder, file))));
  const waiting = jobs > 1 ? runOrder(found) : found.map((entry) => ({ entry, after: [] }));
  const ended = new Map<NotebookRun, NotebookRun>();
  const stopped = (): boolean =>
    signal.aborted || [...ended.values()].some(({ state }) => state === 'failed');
  const running = new Set<Promise<void>>();
  const start = async (entry: NotebookRun): Promise<void> => {
    onStart?.(entry.file);
    const run = await runOne(entry, temporary, options);
    ended.set(entry, run);
    if (!signal.aborted) onEnd?.(run);
  };
  try {
    while (!stopped() && (waiting.length > 0 || running.size > 0)) {
      const at =
        running.size < jobs ? waiting.findIndex(({ after }) => after.every((one) => ended.has(one))) : -1;
      if (at < 0) {
        await Promise.race(running);
        continue;
      }
      const [{ entry }] = waiting.splice(at, 1);
      const job = start(entry).finally(() => running.delete(job));
      running.add(job);
    }
  } finally {
    await Promise.allSettled(running);
    await rm(temporary, { recursive: true, force: true });
  }
  return found.map((entry) => ended.get(entry) ?? entry);
}

async function runOne(
  before: NotebookRun,
  temporary: string,
  { folder, python, env, signal, onCell }: WalkthroughOptions,
): Promise<NotebookRun> {
  const source = path.join(folder, before.file);
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
      onCell?.(before.file, number, of);
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
