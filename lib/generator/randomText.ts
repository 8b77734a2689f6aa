import { CAPTCHA_LENGTH } from '../report';
import { createRandom } from '../random';

/** The characters of the data set's texts, each as often as in Kaptcha's default alphabet
 *  `abcde2345678gfynmnpwx`: `n` stands in it twice. `a` is left out, because the data set has none. 20
 *  characters. */
export const TEXT_ALPHABET = 'bcde2345678gfynmnpwx';

/** A text of five characters, each drawn uniformly from the 20 of TEXT_ALPHABET: every tenth is an `n`, every
 *  twentieth any other.
 *  seed: a whole number. */
export function randomText({ seed }: { seed: number }): string {
  const random = createRandom(seed);
  return Array.from(
    { length: CAPTCHA_LENGTH },
    () => TEXT_ALPHABET[random.integer(TEXT_ALPHABET.length)],
  ).join('');
}
