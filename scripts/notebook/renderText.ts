import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A text to be turned into HTML. */
export interface TextPiece {
  readonly kind: 'markdown' | 'code';
  readonly text: string;
}

/** The colours of code as style sheets. */
export interface CodeStyles {
  readonly light: string;
  readonly dark: string;
}

/** Markdown and TypeScript as HTML, in the order given, by the nbconvert of `python`. */
export function renderText(pieces: readonly TextPiece[], { python }: { python: string }): Promise<string[]> {
  return callPython(python, [], JSON.stringify(pieces)) as Promise<string[]>;
}

/** Style sheets for what `renderText` makes of code. */
export function codeStyles({ python }: { python: string }): Promise<CodeStyles> {
  return callPython(python, ['--styles'], '') as Promise<CodeStyles>;
}

async function callPython(python: string, args: string[], input: string): Promise<unknown> {
  const child = spawn(python, ['-I', path.join(__dirname, 'render_text.py'), ...args]);
  const out: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    const last = Buffer.concat(complaint).toString().trim().split('\n').at(-1) ?? '';
    throw new Error(`the pages cannot be written: nbconvert failed (${last}); run "npm run doctor".`);
  }
  return JSON.parse(Buffer.concat(out).toString('utf8'));
}
