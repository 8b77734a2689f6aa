import { classIn } from '../scheme';
import type { Captcha } from './captcha';

/** How often a character occurs. */
export interface CharacterFrequency {
  readonly character: string;
  readonly count: number;
}

/** How often each character of `alphabet` occurs in the labels: a row each, in the alphabet's order, zeros included.
 *  Throws RangeError for a label with a character outside the alphabet. */
export function characterCounts(
  pictures: readonly Pick<Captcha, 'label'>[],
  { alphabet }: { readonly alphabet: string },
): CharacterFrequency[] {
  const counts = new Array<number>(alphabet.length).fill(0);
  for (const { label } of pictures) {
    for (const character of label) {
      const found = classIn(alphabet, character);
      if (found < 0) {
        throw new RangeError(
          `characterCounts: labels must be of ${alphabet}, got '${character}' in '${label}'.`,
        );
      }
      counts[found]++;
    }
  }
  return counts.map((count, index) => ({ character: alphabet[index], count }));
}
