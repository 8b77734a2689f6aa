import { labelOfFile } from 'captcha-lab/report';
import type { Reading } from 'captcha-lab/reader';

/** What a picture's name says that it shows, and whether that was read. */
export interface Judgement {
  readonly expected: string;
  readonly right: boolean;
}

/** Compares a reading with the label that the file's name begins with (nw4x8.png); null when it begins with none. */
export function judge(file: string, { text }: Reading): Judgement | null {
  let expected: string;
  try {
    expected = labelOfFile(file, { rule: 'corrected' });
  } catch {
    return null;
  }
  return { expected, right: text === expected };
}
