import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Contestant } from './benchRow';
import { roundSchema, type Repetition } from './benchFile';
import { lastWords, parsePrinted } from './runProcessOnce';

const readySchema = z.strictObject({ ready: z.literal(true), versions: z.record(z.string(), z.string()) });

/** A contestant whose process stays, warm, and waits between rounds. */
export interface OpenContestant {
  readonly contestant: Contestant;
  readonly versions: Readonly<Record<string, string>>;
  /** Does the work once. */
  readonly round: () => Promise<Repetition>;
  /** Lets the process end. */
  readonly close: () => Promise<void>;
}

/** Starts a contestant that speaks by lines: it prints {"ready": true, "versions": …} when it is warm, answers each line `run` with
 *  one line of JSON, and ends with its input. Throws Error naming the contestant, with its last words, when it ends before
 *  that or says something else. */
export async function openContestant(command: string, contestant: Contestant): Promise<OpenContestant> {
  const { name, args } = contestant;
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-10_000)));
  child.on('error', (error) => (errors = error.message));
  // It may have died before it is asked again; its silence tells.
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').catch(() => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done !== true) return line.value;
    await ended;
    throw new Error(`${name} ended before it was asked to (${args.join(' ')}): ${lastWords(errors)}`);
  };
  const close = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  try {
    const { versions } = parsePrinted(name, await next(), readySchema);
    return {
      contestant,
      versions,
      close,
      async round() {
        child.stdin.write('run\n');
        return parsePrinted(name, await next(), roundSchema);
      },
    };
  } catch (error) {
    child.kill();
    throw error;
  }
}
