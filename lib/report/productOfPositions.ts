import { positionProduct, type PositionProduct } from '../metrics';
import { CAPTCHA_LENGTH } from './alphabet';

/** p(c1) p(c2) … p(c5), see `positionProduct`; of the report's five characters unless `length` says otherwise. Source: report VI. */
export function productOfPositions(
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  position: ArrayLike<number>,
  { length = CAPTCHA_LENGTH }: { readonly length?: number } = {},
): PositionProduct {
  return positionProduct(truth, predicted, position, { length });
}
