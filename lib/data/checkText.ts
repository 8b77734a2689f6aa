import type { Scheme } from '../scheme';
import type { DatasetProblem } from './datasetError';

/** The text itself when it is not empty and, with a scheme, of its alphabet and length; else what is wrong with it. @internal */
export function checkText(file: string, text: string, scheme?: Scheme): string | DatasetProblem {
  const problem = (rule: string, received: string, remedy: string): DatasetProblem => ({
    file,
    rule,
    received,
    remedy,
  });
  if (text === '') {
    return problem(
      'the picture must have a text',
      "''",
      'Name the file by what it reads, or list it in labels.csv.',
    );
  }
  if (scheme === undefined) return text;
  const { name, alphabet, length } = scheme;
  const stranger = Array.from(text).find((character) => !alphabet.includes(character));
  if (stranger !== undefined) {
    const cased = [text.toLowerCase(), text.toUpperCase()].find((other) =>
      Array.from(other).every((character) => alphabet.includes(character)),
    );
    const remedy =
      cased === undefined
        ? 'Name the file by what it reads, or list it in labels.csv.'
        : `Upper and lower case count: if the picture reads '${cased}', say so.`;
    return problem(
      `the text must be of the characters of scheme '${name}', ${alphabet}`,
      `'${stranger}' in '${text}'`,
      remedy,
    );
  }
  if (text.length < length.min || text.length > length.max) {
    const texts = length.min === length.max ? `${length.max}` : `${length.min} to ${length.max}`;
    const rule = `the text must have ${texts} characters, as in scheme '${name}'`;
    return problem(
      rule,
      `'${text}' (${text.length})`,
      'Name the file by what it reads, or list it in labels.csv.',
    );
  }
  return text;
}
