import { readFile } from 'node:fs/promises';
import { classesOfMapping } from './classesOfMapping';
import { DatasetError } from '../data';
import { describeSystemError } from '../files';

export interface EmnistMappingOptions {
  /** What the second column is: a code point (`official`: `37 98` is b; a third column with the character itself may
   *  follow) or the character (`prepared`: `7 b`). */
  readonly form: 'official' | 'prepared';
}

/** Reads EMNIST's mapping file and gives, for each label in it, the class (0–18) or -1 for a character the CAPTCHAs
 *  do not use. EMNIST balanced has one class for both cases of the letters that look alike (c, m, p, w, x, y among
 *  them) and names it by the capital; so a character of the alphabet is its small letter where
 *  there is one, its capital otherwise. The capitals B, D, E, F, G and N are other classes, and unused.
 *  Throws DatasetError naming the line for one that does not fit, and when a character of the alphabet has no label. */
export async function readEmnistMapping(
  path: string,
  { form }: EmnistMappingOptions,
): Promise<Map<number, number>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const problem = { file: path, rule: 'the mapping must be readable', ...describeSystemError(error) };
    throw new DatasetError('EMNIST mapping', [problem], { cause: error });
  });
  const fail = (file: string, rule: string, received: string): never => {
    throw new DatasetError('EMNIST mapping', [{ file, rule, received, remedy: 'Fetch the file again.' }]);
  };
  const characters = new Map<number, string>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const at = `${path} line ${index + 1}`;
    const official = /^\s*(\d{1,3})\s+(\d{1,3})(?:\s+(\S))?\s*$/.exec(line);
    const prepared = /^\s*(\d{1,3})\s+(\S)\s*$/.exec(line);
    const match = form === 'official' ? official : prepared;
    if (match === null) {
      return fail(
        at,
        `must be a label and a ${form === 'official' ? 'code point' : 'character'}`,
        `'${line}'`,
      );
    }
    const label = Number(match[1]);
    const character = form === 'official' ? String.fromCharCode(Number(match[2])) : match[2];
    if (((match[3] as string | undefined) ?? character) !== character) {
      fail(at, `the character must be '${character}', as its code point says`, `'${match[3]}'`);
    }
    if (characters.has(label)) fail(at, 'each label must occur once', `${label} again`);
    characters.set(label, character);
  });
  return classesOfMapping(characters, (character) => fail(path, `'${character}' must have a label`, 'none'));
}
