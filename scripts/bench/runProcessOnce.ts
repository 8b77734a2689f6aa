import { spawnSync } from 'node:child_process';
import type { Contestant } from './benchRow';
import { programSchema, type Repetition } from './benchFile';
import { lastWords } from './lastWords';
import { parsePrinted } from './parsePrinted';

/** POSIX's `times` knows what a process and all it started took, to its exit. */
const TIMED = '"$@"; code=$?; times >&3; exit $code';

/** A repetition, and the versions that its program named. */
export interface Once {
  readonly repetition: Repetition;
  readonly versions: Readonly<Record<string, string>>;
}

/** Runs a program that prints one line of JSON about itself, and measures its process from start to exit; `inner` is then what the
 *  program says of the part that it timed. Throws Error naming the program that failed. */
export function runProcessOnce(command: string, { name, args }: Contestant): Once {
  const shell = process.platform !== 'win32';
  const [file, list] = shell ? ['sh', ['-c', TIMED, 'sh', command, ...args]] : [command, args];
  const started = performance.now();
  const { status, stdout, stderr, output, error } = spawnSync(file, list, {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const wall = (performance.now() - started) / 1000;
  if (error) throw new Error(`${name} does not start: ${error.message}; is ${command} there?`);
  if (status !== 0) {
    throw new Error(`${name} failed (${args.join(' ')}): ${lastWords(stderr)}`);
  }
  const { versions, ...inner } = parsePrinted(name, stdout.trim().split('\n').at(-1) ?? '', programSchema);
  // Windows has no such count: there it is the program's own.
  const cpu = shell ? childSeconds(output[3] ?? '') : inner.cpu;
  return {
    repetition: { ...inner, wall, cpu, inner: { wall: inner.wall, cpu: inner.cpu } },
    versions,
  };
}

/** The second line of `times`: user and system time of what the shell started, as 0m1.23s. */
function childSeconds(text: string): number {
  const found = [...(text.split('\n').at(1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (found.length !== 2)
    throw new Error(`sh's times must print minutes and seconds, got ${JSON.stringify(text)}.`);
  return found.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}
