import { textAccuracy, type Accuracy } from '../metrics';
import { CAPTCHA_LENGTH } from './alphabet';

/** Share of CAPTCHAs read without a single wrong character, see `textAccuracy`; of the report's five characters unless `length` says
 *  otherwise. */
export function captchaAccuracy(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  { length = CAPTCHA_LENGTH }: { readonly length?: number } = {},
): Accuracy {
  return textAccuracy(truth, predicted, { length });
}
