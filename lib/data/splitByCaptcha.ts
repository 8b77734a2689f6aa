import { createRandom, deriveSeed } from '../random';
import type { Split } from './split';

export interface SplitByCaptchaOptions {
  /** Whole number that decides which CAPTCHA falls where. */
  readonly seed: number;
  /** Share of the CAPTCHAs for validation, 0 to below 1; default 0.2. */
  readonly validation?: number;
  /** Share of the CAPTCHAs for testing, 0 to below 1; default 0.2. */
  readonly test?: number;
}

/** Divides CAPTCHAs 0 … `captchaCount` - 1 (not examples: see `examplesOfCaptchas`) into three sets, each ascending.
 *  test and validation get int(share x count) each, train the rest, which must not be empty. To divide
 *  the training CAPTCHAs of a fold, split their number and take the fold's own indices at the results.
 *  Throws RangeError for a share or count out of range. */
export function splitByCaptcha(
  captchaCount: number,
  { seed, validation = 0.2, test = 0.2 }: SplitByCaptchaOptions,
): Split {
  if (!Number.isInteger(captchaCount) || captchaCount < 1) {
    throw new RangeError(
      `splitByCaptcha: captchaCount must be a whole number, 1 or more, got ${captchaCount}.`,
    );
  }
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
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`splitByCaptcha: seed must be a whole number, got ${seed}.`);
  }
  const order = createRandom(deriveSeed(seed, 'splitByCaptcha')).shuffle(
    Int32Array.from({ length: captchaCount }, (_, index) => index),
  );
  return {
    train: order.slice(heldOut).sort(),
    validation: order.slice(testCount, heldOut).sort(),
    test: order.slice(0, testCount).sort(),
  };
}
