import { ALPHABET, CAPTCHA_LENGTH, classOf } from './alphabet';
import type { DatasetProblem } from '../data';
import type { LabelRule } from './labelRule';

/** Names whose first five characters are not what the picture shows. */
const CORRECTIONS: ReadonlyMap<string, string> = new Map([['3bnfnd', '3bfnd']]);

const REMEDY = 'Name the file by what the picture reads, for example 226md.png.';

/** The label `labelOfFile` gives, or what is wrong with the name. */
export function readLabel(file: string, rule: LabelRule): string | DatasetProblem {
  const stem = file.replace(/^.*[/\\]/s, '').replace(/\.[^.]*$/, '');
  const characters = Array.from(stem).slice(0, CAPTCHA_LENGTH);
  if (characters.length < CAPTCHA_LENGTH) {
    return {
      file,
      rule: `the name must begin with ${CAPTCHA_LENGTH} characters, the label`,
      received: `'${stem}' (${characters.length})`,
      remedy: REMEDY,
    };
  }
  const label = characters.join('');
  const stranger = characters.find((character) => classOf(character) < 0);
  if (stranger === undefined) return rule === 'corrected' ? (CORRECTIONS.get(stem) ?? label) : label;
  const small = label.toLowerCase();
  return {
    file,
    rule: `the label, the first ${CAPTCHA_LENGTH} characters, must be of ${ALPHABET}`,
    received: `'${stranger}'`,
    remedy: Array.from(small).every((character) => classOf(character) >= 0)
      ? `Labels are lower case: if the picture reads '${small}', rename the file.`
      : REMEDY,
  };
}
