import { checkWhole } from '../checks';
/** Indices of the examples of each CAPTCHA, in the order given: with texts of `length` characters, CAPTCHA c has examples length x c to
 *  length x c + length - 1 in a set made by `cutCharacters`. Turns the CAPTCHA indices of a fold into example indices.
 *  Throws RangeError for an index that is not a whole number from 0, or a length that is not one from 1. */
export function examplesOf(
  captchaIndices: ArrayLike<number>,
  { length }: { readonly length: number },
): Int32Array {
  checkWhole('examplesOf', { length }, 1);
  for (let rank = 0; rank < captchaIndices.length; rank++) {
    if (!Number.isInteger(captchaIndices[rank]) || captchaIndices[rank] < 0) {
      throw new RangeError(
        `examplesOf: captchaIndices must be whole numbers from 0, got ${captchaIndices[rank]}.`,
      );
    }
  }
  return Int32Array.from(
    { length: captchaIndices.length * length },
    (_, index) => captchaIndices[Math.floor(index / length)] * length + (index % length),
  );
}
