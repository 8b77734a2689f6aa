import { DatasetError } from '../data';
import type { LabelRule } from './labelRule';
import { readLabel } from './readLabel';

/** Label of a CAPTCHA from its file name (with or without extension and folder).
 *  Anything may follow the five characters, so `nw4x8-2.png` is a second `nw4x8`. Labels are lower case: an
 *  upper-case letter is an error, never folded, since nobody knows whether it means the small one.
 *  Throws DatasetError for a short name or a character outside the alphabet, TypeError for another rule. */
export function labelOfFile(file: string, { rule = 'report' }: { rule?: LabelRule } = {}): string {
  if ((rule as string) !== 'report' && (rule as string) !== 'corrected') {
    throw new TypeError(`labelOfFile: rule must be 'report' or 'corrected', got ${JSON.stringify(rule)}.`);
  }
  const found = readLabel(file, rule);
  if (typeof found !== 'string') throw new DatasetError('Label of a file', [found]);
  return found;
}
