import { CAPTCHA_LENGTH } from './alphabet';

/** Indices of the five examples of each CAPTCHA, in the order given: CAPTCHA c has examples 5c to 5c + 4 in a set
 *  made by `extractCharacters`. Turns the CAPTCHA indices of a fold into example indices.
 *  Throws RangeError for an index that is not a whole number from 0. */
export function examplesOfCaptchas(captchaIndices: ArrayLike<number>): Int32Array {
  for (let rank = 0; rank < captchaIndices.length; rank++) {
    if (!Number.isInteger(captchaIndices[rank]) || captchaIndices[rank] < 0) {
      throw new RangeError(
        `examplesOfCaptchas: captchaIndices must be whole numbers from 0, got ${captchaIndices[rank]}.`,
      );
    }
  }
  return Int32Array.from(
    { length: captchaIndices.length * CAPTCHA_LENGTH },
    (_, index) =>
      captchaIndices[Math.floor(index / CAPTCHA_LENGTH)] * CAPTCHA_LENGTH + (index % CAPTCHA_LENGTH),
  );
}
