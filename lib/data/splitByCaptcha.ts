import { checkWhole } from '../checks';
import { createRandom, deriveSeed } from '../random';
import type { Captcha } from './captcha';
import { copiesAmong } from './copiesAmong';
import type { Split } from './split';
import { deal, unitsOf } from './unitsOf';

export interface SplitByCaptchaOptions {
  /** Whole number that decides which CAPTCHA falls where. */
  readonly seed: number;
  /** Share of the CAPTCHAs for validation, 0 to below 1; default 0.2. */
  readonly validation?: number;
  /** Share of the CAPTCHAs for testing, 0 to below 1; default 0.2. */
  readonly test?: number;
  /** For each CAPTCHA a whole number; those with the same number stay together. Default `copiesAmong(captchas)`, and when
   *  only their number is given none. */
  readonly groups?: ArrayLike<number>;
}

/** Divides CAPTCHAs, or 0 … n - 1 when `captchas` is their number, into three sets of indices of CAPTCHAs (not of examples: see
 *  `examplesOfCaptchas`), each ascending. test and validation get int(share x n) each, train the rest, which must not be
 *  empty. Copies of one picture never fall into two sets: with such groups test and validation may hold fewer. To divide
 *  the training CAPTCHAs of a fold, split them and take the fold's own indices at the results.
 *  Throws RangeError for a share or count out of range, for groups that do not fit, and when groups are so large that a set
 *  that was asked for stays empty. */
export function splitByCaptcha(
  captchas: number | readonly Pick<Captcha, 'image'>[],
  { seed, validation = 0.2, test = 0.2, groups }: SplitByCaptchaOptions,
): Split {
  const captchaCount = typeof captchas === 'number' ? captchas : captchas.length;
  checkWhole('splitByCaptcha', { captchaCount }, 1);
  for (const [name, share] of [['validation', validation] as const, ['test', test] as const]) {
    if (!(share >= 0 && share < 1)) {
      throw new RangeError(`splitByCaptcha: ${name} must be from 0 to below 1, got ${share}.`);
    }
  }
  const testCount = Math.trunc(test * captchaCount);
  const heldOut = testCount + Math.trunc(validation * captchaCount);
  if (heldOut >= captchaCount) {
    throw new RangeError(
      `splitByCaptcha: validation + test must leave CAPTCHAs to train on, got ${validation} + ${test} of ${captchaCount}.`,
    );
  }
  checkWhole('splitByCaptcha', { seed });
  const order = createRandom(deriveSeed(seed, 'splitByCaptcha')).shuffle(
    Int32Array.from({ length: captchaCount }, (_, index) => index),
  );
  const together = groups ?? (typeof captchas === 'number' ? undefined : copiesAmong(captchas));
  const units = unitsOf('splitByCaptcha', order, { groups: together, count: captchaCount });
  const sizes = { test: testCount, validation: heldOut - testCount };
  const [forTest, forValidation, rest] = deal(units, [sizes.test, sizes.validation]);
  for (const [name, set] of [['test', forTest] as const, ['validation', forValidation] as const]) {
    if (set.length > 0 || sizes[name] === 0) continue;
    throw new RangeError(
      `splitByCaptcha: groups must leave CAPTCHAs for ${name}, but each group is larger than ${sizes[name]}; raise ${name} or remove copies.`,
    );
  }
  return {
    train: Int32Array.from(rest).sort(),
    validation: Int32Array.from(forValidation).sort(),
    test: Int32Array.from(forTest).sort(),
  };
}
