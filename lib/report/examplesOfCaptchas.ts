import { examplesOf } from '../data';
import { CAPTCHA_LENGTH } from './alphabet';

/** Indices of the five examples of each of the report's CAPTCHAs: see `examplesOf`. */
export function examplesOfCaptchas(captchaIndices: ArrayLike<number>): Int32Array {
  return examplesOf(captchaIndices, { length: CAPTCHA_LENGTH });
}
