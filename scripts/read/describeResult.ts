import type { TextReading } from 'captcha-lab/recognizer';
import type { Judgement } from './judge';
import { printable } from './printable';

/** What became of one picture, as the command reports it. */
export interface Result {
  /** As the user named it. */
  readonly file: string;
  readonly reading?: TextReading;
  readonly sure?: boolean;
  /** With --check only; null when the name holds no label. */
  readonly judgement?: Judgement | null;
  /** What is to be said of the picture though it was read. */
  readonly warnings?: readonly string[];
  /** Why there is no reading. */
  readonly error?: string;
}

const NOT_SURE = 'not sure';

/** A picture's line: name, padded to `width`, text and confidence. */
export function describeReading(
  { file, sure, judgement }: Result,
  { text, confidence }: TextReading,
  width: number,
): string {
  const answer = (sure ? text : NOT_SURE).padEnd(NOT_SURE.length);
  const line = `${printable(file).padEnd(width)}  ${answer}  ${percent(confidence).padStart(6)}`;
  return judgement && !judgement.right && sure ? `${line}  wrong: ${judgement.expected}` : line;
}

/** A picture as one line of JSON, with the fields always in this order. */
export function resultJson({ file, reading, sure, judgement, warnings, error }: Result): string {
  const { text, confidence, characters } = reading ?? {};
  const checked = judgement && { expected: judgement.expected, right: judgement.right };
  const json = JSON.stringify({ file, text, confidence, characters, sure, ...checked, warnings, error });
  // JSON may hold these as they are, terminals should not get them; they occur inside strings only.
  return printable(json);
}

// Rounded down: a reading below the limit never shows as having reached it, and only certainty is 100%.
function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}
