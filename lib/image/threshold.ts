import { checkGrey } from './checkGrey';
import { checkOptions } from './checkOptions';
import { greyImage, type GreyImage } from './greyImage';

export interface ThresholdOptions {
  /** The highest value that counts as ink, an integer from 0 to 255. */
  at: number;
}

/** A black-and-white image: values > `at` become 255 (paper), the others 0 (ink).
 *  Throws RangeError when `at` is no integer from 0 to 255. Source: report IV; equals OpenCV's THRESH_BINARY. */
export function threshold(image: GreyImage, options: ThresholdOptions): GreyImage {
  checkGrey('threshold', image);
  checkOptions('threshold', options, '{ at: otsu(image) }');
  const { at } = options;
  if (!Number.isInteger(at) || at < 0 || at > 255) {
    throw new RangeError(`threshold: at must be an integer from 0 to 255, got ${at}; otsu(image) gives one.`);
  }
  const data = new Uint8Array(image.data.length);
  for (let pixel = 0; pixel < data.length; pixel++) data[pixel] = image.data[pixel] > at ? 255 : 0;
  return greyImage(image.width, image.height, data);
}
