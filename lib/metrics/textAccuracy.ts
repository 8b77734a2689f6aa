import { checkWhole } from '../checks';
import type { Accuracy } from './accuracy';
import { checkClassPairs } from './checkClassPairs';

export interface TextAccuracyOptions {
  /** Characters in one CAPTCHA. */
  readonly length: number;
}

/** Share of CAPTCHAs read without a single wrong character: what a service would see.
 *  truth, predicted: the characters' classes, CAPTCHA after CAPTCHA, first character first, as
 *  `cutCharacters` and `examplesOf` give them. The result counts CAPTCHAs.
 *  Throws RangeError when they are empty, differ in length, or end within a CAPTCHA. */
export function textAccuracy(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  { length }: TextAccuracyOptions,
): Accuracy {
  checkClassPairs('textAccuracy', truth, predicted);
  checkWhole('textAccuracy', { length }, 1);
  if (truth.length % length !== 0) {
    throw new RangeError(
      `textAccuracy: ${truth.length} characters are not whole CAPTCHAs of ${length}; pass every character of each.`,
    );
  }
  const n = truth.length / length;
  let correct = 0;
  for (let captcha = 0; captcha < n; captcha++) {
    let character = captcha * length;
    const end = character + length;
    while (character < end && truth[character] === predicted[character]) character++;
    if (character === end) correct++;
  }
  return { correct, n, value: correct / n };
}
