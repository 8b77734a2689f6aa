import { CAPTCHA_LENGTH } from './alphabet';

/** The report's estimate of whole-CAPTCHA accuracy: every character is read with the same probability and
 *  independently of the others, so all five are right with p^5. p: 0 to 1 (RangeError otherwise). Source: report VI. */
export function pToTheFifth(p: number): number {
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(
      `pToTheFifth: p must lie between 0 and 1, got ${p}; give a share such as 0.9391, not a percentage.`,
    );
  }
  return p ** CAPTCHA_LENGTH;
}
