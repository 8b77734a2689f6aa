import path from 'node:path';
import { askPython } from './askPython';

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
  const answer = await askPython(python, [path.join(__dirname, 'render_text.py'), ...args], input);
  if ('output' in answer) return JSON.parse(answer.output);
  throw new Error(
    `the pages cannot be written: nbconvert failed (${answer.complaint}); run "npm run doctor".`,
  );
}
