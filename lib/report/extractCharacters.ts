import type { Captcha, CharacterSet } from '../data';
import { cutCharacters } from '../preprocess';
import { REPORT } from './report';

/** Preprocesses the report's CAPTCHAs and packs their characters: example 5 i + p is character p of CAPTCHA i. Throws as
 *  `cutCharacters` does. Source: report IV. */
export function extractCharacters(captchas: readonly Captcha[]): CharacterSet {
  return cutCharacters(captchas, REPORT);
}
