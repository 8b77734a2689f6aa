import type { CharacterSet } from './characterSet';
import type { Split } from './split';

/** The report's share of each class that goes into the test set, and again into the validation set. */
const SHARE = 0.2;

/** The report's split, by character: of each class's n examples, in their order, the first int(0.2 n) are test, the
 *  next int(0.2 n) validation, the rest train. On the 1070 CAPTCHAs: 3224 / 1063 / 1063.
 *  The sizes, class by class, are the report's. Which crop goes where is not: the report took each class's crops in
 *  an order its authors did not publish (no order of the files gives their assignment); for that see
 *  `readSplitManifest`. Examples of one CAPTCHA fall into different sets, so whole CAPTCHAs cannot be tested: for
 *  that see `splitByCaptcha` and `foldsByCaptcha`. */
export function splitByCharacter(set: Pick<CharacterSet, 'labels'>): Split {
  const size = new Map<number, number>();
  for (const label of set.labels) size.set(label, (size.get(label) ?? 0) + 1);
  const seen = new Map<number, number>();
  const train: number[] = [];
  const validation: number[] = [];
  const test: number[] = [];
  set.labels.forEach((label, index) => {
    const rank = seen.get(label) ?? 0;
    const share = Math.trunc(SHARE * size.get(label)!);
    seen.set(label, rank + 1);
    (rank < share ? test : rank < 2 * share ? validation : train).push(index);
  });
  return {
    train: Int32Array.from(train),
    validation: Int32Array.from(validation),
    test: Int32Array.from(test),
  };
}
