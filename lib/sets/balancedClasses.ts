import { classesOfMapping } from './classesOfMapping';
import { DatasetError } from '../data';

/** The characters of EMNIST balanced, that with label 0 first: digits, capitals, and the small letters that look
 *  unlike their capital. A fixed part of the data set, so that its file, `emnist-balanced-mapping.txt`, may be missing:
 *  other tools unpack the `.gz` files alone.
 *  Source: Cohen et al., EMNIST (2017), and NIST's own file. */
const BALANCED = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt';

/** What `readEmnistMapping` gives for NIST's mapping of EMNIST balanced, without a file. @internal */
export function balancedClasses(): Map<number, number> {
  const characters = new Map(Array.from(BALANCED, (character, label) => [label, character] as const));
  return classesOfMapping(characters, (character) => {
    const problem = {
      rule: `'${character}' must be in it`,
      received: 'none',
      remedy: 'Use another data set.',
    };
    throw new DatasetError('EMNIST mapping', [{ file: 'EMNIST balanced', ...problem }]);
  });
}
