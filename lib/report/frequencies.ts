import { characterCounts, type Captcha, type CharacterFrequency } from '../data';
import { ALPHABET } from './alphabet';

/** How often each character of the report's alphabet occurs in the labels: 19 rows in the order of Table I, zeros included.
 *  Throws RangeError for a label with a character outside the alphabet. */
export function frequencies(captchas: readonly Pick<Captcha, 'label'>[]): CharacterFrequency[] {
  return characterCounts(captchas, { alphabet: ALPHABET });
}
