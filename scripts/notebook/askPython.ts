import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a Python program printed, or the last line of its complaint. */
export type PythonAnswer = { readonly output: string } | { readonly complaint: string };

/** Runs a Python program apart from the user's own packages, with `input` on its standard input. */
export async function askPython(
  python: string,
  program: readonly [script: string, ...args: string[]],
  input: string,
): Promise<PythonAnswer> {
  const child = spawn(python, ['-I', ...program]);
  const out: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return { output: Buffer.concat(out).toString('utf8') };
  return { complaint: Buffer.concat(complaint).toString().trim().split('\n').at(-1) ?? '' };
}
