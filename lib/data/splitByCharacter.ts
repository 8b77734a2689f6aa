import { checkWhole } from '../checks';
import { createRandom, deriveSeed } from '../random';
import type { CharacterSet } from './characterSet';
import type { Split } from './split';
import { deal, unitsOf } from './unitsOf';

/** The report's share of each class that goes into the test set, and again into the validation set. */
const SHARE = 0.2;

export interface SplitByCharacterOptions {
  /** Seed of the order in which each class's examples are taken; in the set's own order when left out. */
  readonly seed?: number;
  /** For each example a whole number; those of one class with the same number stay in one set. Default: none do. */
  readonly groups?: ArrayLike<number>;
}

/** The report's split, by character: of each class's n examples the first int(0.2 n) are test, the next int(0.2 n)
 *  validation, the rest train. On the 1070 CAPTCHAs: 3224 / 1063 / 1063.
 *  The sizes, class by class, are the report's. Which crop goes where is not: the authors' order is unpublished, and
 *  their record (see `readSplitManifest`) agrees with no order of the files, but with chance. A seed shuffles each
 *  class in the same spirit. Without one the set's order counts, and when that is by file name the split is
 *  lopsided: a 'y' that begins a CAPTCHA comes last of all and is never tested, a '2' that does always.
 *  Examples of one CAPTCHA fall into different sets, so whole CAPTCHAs cannot be tested: for that see
 *  `splitByCaptcha` and `foldsByCaptcha`. Throws RangeError when the seed or a group is no whole number. */
export function splitByCharacter(
  set: Pick<CharacterSet, 'labels'>,
  { seed, groups }: SplitByCharacterOptions = {},
): Split {
  if (seed !== undefined) checkWhole('splitByCharacter', { seed });
  const members = new Map<number, number[]>();
  set.labels.forEach((label, index) => {
    const examples = members.get(label);
    if (examples) examples.push(index);
    else members.set(label, [index]);
  });
  const train: number[] = [];
  const validation: number[] = [];
  const test: number[] = [];
  for (const [label, examples] of members) {
    if (seed !== undefined) createRandom(deriveSeed(seed, 'split by character', label)).shuffle(examples);
    const share = Math.trunc(SHARE * examples.length);
    const units = unitsOf('splitByCharacter', examples, { groups, count: set.labels.length });
    const [forTest, forValidation, rest] = deal(units, [share, share]);
    test.push(...forTest);
    validation.push(...forValidation);
    train.push(...rest);
  }
  return { train: ascending(train), validation: ascending(validation), test: ascending(test) };
}

function ascending(indices: readonly number[]): Int32Array {
  return Int32Array.from(indices).sort();
}
