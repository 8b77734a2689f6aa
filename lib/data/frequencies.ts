import { ALPHABET, classOf } from './alphabet';
import type { Captcha } from './captcha';
import type { CharacterFrequency } from './tableI';

/** How often each character of the alphabet occurs in the labels: 19 rows in the order of Table I, zeros included.
 *  Throws RangeError for a label with a character outside the alphabet. */
export function frequencies(captchas: readonly Pick<Captcha, 'label'>[]): CharacterFrequency[] {
  const counts = new Array<number>(ALPHABET.length).fill(0);
  for (const { label } of captchas) {
    for (const character of label) {
      const found = classOf(character);
      if (found < 0) {
        throw new RangeError(`frequencies: labels must be of ${ALPHABET}, got '${character}' in '${label}'.`);
      }
      counts[found]++;
    }
  }
  return counts.map((count, index) => ({ character: ALPHABET[index], count }));
}
