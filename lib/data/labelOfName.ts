import type { Scheme } from '../scheme';
import { checkText } from './checkText';
import type { DatasetProblem } from './datasetError';

/** `-2`, `_2`, ` (2)`: what tells a second picture of a text from the first. */
const COPY = /(?:[-_]\d+| \(\d+\))$/;

/** The text that a picture's file name gives: the name without folder and extension and, unless the whole of it is a text of the
 *  scheme, without a number that tells pictures of one text apart (`nw4x8-2.png`, `nw4x8_2.png`, `nw4x8 (2).png`). Upper and
 *  lower case stay. Returns what is wrong when there is no text, or the scheme has no such one. */
export function labelOfName(file: string, scheme?: Scheme): string | DatasetProblem {
  const stem = file.replace(/^.*[/\\]/s, '').replace(/\.[^.]*$/, '');
  if (scheme !== undefined && typeof checkText(file, stem, scheme) === 'string') return stem;
  return checkText(file, stem.replace(COPY, ''), scheme);
}
