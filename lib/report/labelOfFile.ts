import { DatasetError } from '../data';
import { readLabel } from './readLabel';

/** How a file name becomes a label.
 *  `report`: the first five characters of the name. It gives the report's Table I exactly.
 *  `corrected`: the same, except for the one picture known to be named wrongly, `3bnfnd.png`, which shows
 *  `3bfnd`; the report's rule reads `3bnfn`, which mislabels three of its five characters. */
export type LabelRule = 'report' | 'corrected';

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
