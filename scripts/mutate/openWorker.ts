import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
/** However busy the machine: after so many milliseconds a run has hung. */
const LONGEST = 300_000;

/** How tests ended. failed: the first that did, or why they could not run; undefined when all passed.
 *  cpu: milliseconds of the processor; reached: the numbers of the marks that ran. */
export interface Tested {
  readonly failed: string | undefined;
  readonly cpu: number;
  readonly reached: readonly number[];
}

export interface Worker {
  /** Runs test files while source files read as `texts` has them (both by their paths in the clone). limit: milliseconds of the
   *  processor, beyond which the process is ended and the tests count as failed. */
  readonly run: (
    files: readonly string[],
    texts: Readonly<Record<string, string>>,
    limit: number,
  ) => Promise<Tested>;
  readonly close: () => void;
}

/** A process for tests; a new one takes over from one that had to be ended. */
export function openWorker(): Worker {
  let child: ChildProcess | undefined;
  // Temporary files of tests that are stopped go with the folder.
  let folder: string | undefined;
  const stop = (): void => {
    if (child?.pid !== undefined) {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
    }
    child = undefined;
  };
  const open = (): Promise<ChildProcess> =>
    new Promise((resolve, reject) => {
      folder ??= mkdtempSync(path.join(tmpdir(), 'captcha-lab-mutants-'));
      const opened = fork(path.join(__dirname, 'worker.cjs'), {
        cwd: ROOT,
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, TMPDIR: folder },
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        detached: true,
      });
      opened.once('message', () => {
        opened.removeAllListeners('exit');
        resolve(opened);
      });
      opened.once('exit', (code) => {
        reject(new Error(`the process for tests ends with ${String(code)} before it begins.`));
      });
    });
  return {
    run: async (files, texts, limit) => {
      const running = (child ??= await open());
      const absolute = (name: string): string => path.join(ROOT, name);
      const before = cpuOf(running.pid!) ?? 0;
      const begun = performance.now();
      return new Promise((resolve) => {
        const end = (tested: Tested): void => {
          clearInterval(watch);
          running.removeAllListeners();
          resolve(tested);
        };
        const watch = setInterval(() => {
          const used = (cpuOf(running.pid!) ?? performance.now()) - (before || begun);
          if (used < limit && performance.now() - begun < LONGEST) return;
          stop();
          end({ failed: 'the time limit', cpu: used, reached: [] });
        }, 200);
        running.once('exit', () => {
          child = undefined;
          end({ failed: 'the process ends', cpu: 0, reached: [] });
        });
        running.once('message', (message) => {
          end(message as Tested);
        });
        const replaced = Object.fromEntries(
          Object.entries(texts).map(([name, text]) => [absolute(name), text]),
        );
        running.send({ files: files.map(absolute), replaced });
      });
    },
    close: () => {
      stop();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
}

/** Milliseconds of the processor that a process has used; undefined where the system does not tell. */
function cpuOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return undefined;
  }
}
