import { checkWhole } from '../checks';
import { createRandom, deriveSeed } from '../random';
import type { Captcha } from './captcha';
import { copiesAmong } from './copiesAmong';
import { unitsOf } from './unitsOf';

/** One fold: which CAPTCHAs (not examples) to train on and which to test on. Both ascending. */
export interface Fold {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

export interface FoldsOptions {
  /** Number of folds, 2 to the number of CAPTCHAs; default 5. */
  readonly folds?: number;
  /** Whole number that decides which CAPTCHA falls into which fold. */
  readonly seed: number;
  /** For each CAPTCHA a whole number; those with the same number stay in one fold. Default `copiesAmong(captchas)`, and when
   *  only their number is given none. */
  readonly groups?: ArrayLike<number>;
}

/** Divides CAPTCHAs, or 0 … n - 1 when `captchas` is their number, for cross-validation: each is in the test set of exactly one fold
 *  and in the training set of all others. The test sets' sizes differ by one at most, the larger ones first, unless copies of
 *  one picture, which stay together, make up more of the set than that. Unlike the report's split, no CAPTCHA is ever in both,
 *  so a fold's test set measures unseen CAPTCHAs, whole.
 *  Throws RangeError when there are fewer CAPTCHAs, or groups of them, than folds or an argument is not a whole number. */
export function foldsByCaptcha(
  captchas: number | readonly Pick<Captcha, 'image'>[],
  { folds = 5, seed, groups }: FoldsOptions,
): Fold[] {
  const captchaCount = typeof captchas === 'number' ? captchas : captchas.length;
  checkWhole('foldsByCaptcha', { folds }, 2);
  if (!Number.isInteger(captchaCount) || captchaCount < folds) {
    throw new RangeError(
      `foldsByCaptcha: captchaCount must be a whole number, at least folds (${folds}), got ${captchaCount}.`,
    );
  }
  checkWhole('foldsByCaptcha', { seed });
  const order = createRandom(deriveSeed(seed, 'folds')).shuffle(
    Int32Array.from({ length: captchaCount }, (_, i) => i),
  );
  const together = groups ?? (typeof captchas === 'number' ? undefined : copiesAmong(captchas));
  const units = unitsOf('foldsByCaptcha', order, { groups: together, count: captchaCount });
  if (units.length < folds) {
    throw new RangeError(
      `foldsByCaptcha: there must be at least folds (${folds}) groups of CAPTCHAs, got ${units.length}: the others are copies.`,
    );
  }
  return testSets(units, folds).map((members) => {
    const test = new Set(members);
    return { train: order.filter((index) => !test.has(index)).sort(), test: Int32Array.from(members).sort() };
  });
}

/** Fills one test set after the other: the largest unit that is left, then whatever still fits into an equal share of what is
 *  left. So none stays empty, and units of one are simply cut into equal parts. */
function testSets(units: readonly (readonly number[])[], folds: number): number[][] {
  let left = units.toSorted((one, other) => other.length - one.length);
  let count = left.reduce((sum, unit) => sum + unit.length, 0);
  return Array.from({ length: folds }, (_, fold) => {
    const share = Math.max(Math.ceil(count / (folds - fold)), left[0].length);
    const [chosen, others] = [[] as number[], [] as (readonly number[])[]];
    for (const unit of left) {
      if (chosen.length + unit.length <= share) chosen.push(...unit);
      else others.push(unit);
    }
    left = others;
    count -= chosen.length;
    return chosen;
  });
}
