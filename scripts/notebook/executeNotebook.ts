import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Failure } from './failure';

export interface ExecuteNotebookOptions {
  /** Where the notebook with its outputs goes; also written when a cell fails. */
  result: string;
  /** The kernel's working directory. */
  folder: string;
  /** Python that has nbclient, and beside it the tslab kernel. */
  python: string;
  env?: NodeJS.ProcessEnv;
  /** Called when a code cell starts; number counts code cells from 1. */
  onCell?: (number: number, of: number) => void;
  /** Stops kernel and run. */
  signal?: AbortSignal;
}

/** What scripts/notebook/execute_notebook.py writes, one object a line. */
type Event =
  | { event: 'kernel'; pid: number | null }
  | { event: 'cell'; number: number; of: number }
  | { event: 'done' }
  | ({ event: 'failed' } & Failure);

/** Executes a notebook in a fresh tslab kernel. Returns what stopped it, undefined when every cell ran.
 *  Throws Error when the run could not be carried out at all. */
export async function executeNotebook(
  notebook: string,
  { result, folder, python, env = process.env, onCell, signal }: ExecuteNotebookOptions,
): Promise<Failure | undefined> {
  if (signal?.aborted) return { reason: 'interrupted' };
  const script = path.join(__dirname, 'execute_notebook.py');
  // A group of its own: Ctrl-C in a terminal must reach it through `signal`, in order, not all at once.
  const child = spawn(python, ['-I', script, notebook, result, folder], {
    env: { ...env, PYTHONWARNINGS: 'ignore' },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint = (complaint + text.toString()).slice(-4000)));
  child.stdin.on('error', () => undefined);
  const kernel: { pid?: number | null } = {};
  let outcome: Event | undefined;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const event = JSON.parse(line) as Event;
    if (event.event === 'kernel') kernel.pid = event.pid;
    else if (event.event === 'cell') onCell?.(event.number, event.of);
    else outcome = event;
  });
  const abort = (): void => {
    stopInSteps(child);
  };
  signal?.addEventListener('abort', abort);
  try {
    await once(child, 'close');
  } catch (error) {
    throw new Error(`${python} does not start (${(error as Error).message}); run "npm run setup".`, {
      cause: error,
    });
  } finally {
    signal?.removeEventListener('abort', abort);
    if (kernel.pid) killIfAlive(kernel.pid);
  }
  if (signal?.aborted) return { reason: 'interrupted' };
  if (outcome?.event === 'done') return undefined;
  if (outcome?.event === 'failed') return outcome;
  const lastLine = complaint.trim().split('\n').at(-1) ?? '';
  throw new Error(
    `Jupyter ended without a result (${lastLine || `exit code ${String(child.exitCode)}`}); run "npm run doctor".`,
  );
}

/** Asks the run to end, which ends its kernel too, and makes it end when it does not. */
function stopInSteps(child: ChildProcess): void {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  child.once('close', () => {
    clearTimeout(timer);
  });
}

/** nbclient ends its kernel; only a run that was itself killed leaves one behind. */
function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended, as it should.
  }
}
