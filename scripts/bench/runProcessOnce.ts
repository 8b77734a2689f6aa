import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { type Repetition, programSchema } from './benchFile';
import type { Contestant } from './benchRow';

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

/** A line that the program of `name` printed. Throws Error naming it when the line is not what `schema` asks for. */
export function parsePrinted<T>(name: string, line: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(`${name} printed ${JSON.stringify(line.slice(0, 200))}, which it must not: ${why}`, {
      cause: error,
    });
  }
}

/** What a program that failed said of it: the error's line, which Node prints before the stack and Python after it; else the last. */
export function lastWords(errors: string): string {
  const lines = errors
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (
    lines.findLast((line) => /^[\w.]*(Error|Exception)\b/.test(line)) ?? lines.at(-1) ?? 'it said nothing'
  );
}
