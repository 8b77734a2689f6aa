import { labelOfName } from 'captcha-lab/data';
import { labelOfFile } from 'captcha-lab/report';
import type { TextReading } from 'captcha-lab/recognizer';
import type { Scheme } from 'captcha-lab/scheme';

/** What a picture's name says that it shows, and whether that was read. */
export interface Judgement {
  readonly expected: string;
  readonly right: boolean;
}

/** Compares a reading with the text that a table says, where it says one; else with the label that the file's name begins with
 *  (nw4x8.png), or with the text of the scheme that it is, where one is given; null when it holds none. */
export function judge(
  file: string,
  { text }: Pick<TextReading, 'text'>,
  { scheme, inTable }: { readonly scheme?: Scheme; readonly inTable?: string } = {},
): Judgement | null {
  let expected: string;
  if (inTable !== undefined) {
    expected = inTable;
  } else if (scheme) {
    const label = labelOfName(file, scheme);
    if (typeof label !== 'string') return null;
    expected = label;
  } else {
    try {
      expected = labelOfFile(file, { rule: 'corrected' });
    } catch {
      return null;
    }
  }
  return { expected, right: text === expected };
}
