import { createRandom, deriveSeed } from '../random';

/** One fold: which CAPTCHAs (not examples) to train on and which to test on. Both ascending. */
export interface Fold {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

export interface FoldsOptions {
  /** Number of folds, 2 to `captchaCount`; default 5. */
  readonly folds?: number;
  /** Whole number that decides which CAPTCHA falls into which fold. */
  readonly seed: number;
}

/** Divides CAPTCHAs 0 … `captchaCount` - 1 for cross-validation: each is in the test set of exactly one fold and in
 *  the training set of all others. The test sets' sizes differ by one at most, the larger ones first. Unlike the
 *  report's split, no CAPTCHA is ever in both, so a fold's test set measures unseen CAPTCHAs, whole.
 *  Throws RangeError when there are fewer CAPTCHAs than folds or an argument is not a whole number. */
export function foldsByCaptcha(captchaCount: number, { folds = 5, seed }: FoldsOptions): Fold[] {
  if (!Number.isInteger(folds) || folds < 2) {
    throw new RangeError(`foldsByCaptcha: folds must be a whole number, 2 or more, got ${folds}.`);
  }
  if (!Number.isInteger(captchaCount) || captchaCount < folds) {
    throw new RangeError(
      `foldsByCaptcha: captchaCount must be a whole number, at least folds (${folds}), got ${captchaCount}.`,
    );
  }
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`foldsByCaptcha: seed must be a whole number, got ${seed}.`);
  }
  const order = createRandom(deriveSeed(seed, 'folds')).shuffle(
    Int32Array.from({ length: captchaCount }, (_, i) => i),
  );
  const small = Math.floor(captchaCount / folds);
  const larger = captchaCount % folds;
  return Array.from({ length: folds }, (_, fold) => {
    const from = fold * small + Math.min(fold, larger);
    const to = from + small + (fold < larger ? 1 : 0);
    const train = new Int32Array(captchaCount - (to - from));
    train.set(order.subarray(0, from));
    train.set(order.subarray(to), from);
    return { train: train.sort(), test: order.slice(from, to).sort() };
  });
}
