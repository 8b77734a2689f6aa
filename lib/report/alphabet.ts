import { classIn } from '../scheme';
import { REPORT } from './report';

/** The 19 characters of the data set in the order of the report's Table I; a character's index here is its class. */
export const ALPHABET = REPORT.alphabet;

/** Number of classes, 19. */
export const CLASSES = ALPHABET.length;

/** Characters in one CAPTCHA. */
export const CAPTCHA_LENGTH = REPORT.length.max;

/** Class (0–18) of `character`, or -1 when the alphabet lacks it. */
export function classOf(character: string): number {
  return classIn(ALPHABET, character);
}
