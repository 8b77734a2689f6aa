import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import lockfile = require('proper-lockfile');
import type { RunName } from './experimentResult';
import { runStem } from './resultFile';

/** A run that this process alone may do, until `release`. */
export interface Claim {
  /** Aborted when the claim was lost, as after the machine slept: somebody else may have the run by now. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

export interface ClaimRunOptions {
  /** Seconds without a sign of life after which a claim counts as a dead process's; 20 by default, at least 2. */
  readonly staleAfter?: number;
  /** Waits until such a claim has gone stale, before giving up; false by default. */
  readonly patient?: boolean;
}

/** Claims a run in a results folder among all processes that share it, on this machine or over a network file system
 *  whose clocks agree within seconds. Undefined when another living process has it. The claim is a folder
 *  beside the result, `sgd-study-seed1.claim`, touched every few seconds; that of a process that was killed is taken
 *  over once it has gone stale. Throws RangeError when the folder cannot be made or written. */
export async function claimRun(
  folder: string,
  run: RunName,
  { staleAfter = 20, patient = false }: ClaimRunOptions = {},
): Promise<Claim | undefined> {
  const lost = new AbortController();
  const stem = path.join(folder, runStem(run));
  try {
    await mkdir(folder, { recursive: true });
    const release = await lockfile.lock(stem, {
      lockfilePath: `${stem}.claim`,
      realpath: false,
      stale: staleAfter * 1000,
      update: staleAfter * 250,
      retries: patient ? { retries: Math.ceil(staleAfter) + 2, factor: 1, minTimeout: 1000 } : 0,
      onCompromised: () => {
        lost.abort();
      },
    });
    return {
      lost: lost.signal,
      async release() {
        // A lost claim is not ours to give back.
        if (!lost.signal.aborted) await release();
      },
    };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ELOCKED') return undefined;
    throw new RangeError(
      `The results folder must be one that can be written, got ${folder}: ${message}. Name another folder.`,
      { cause: error },
    );
  }
}
