import { dilate, erode, otsu, threshold, type GreyImage } from '../image';
import { checkCaptchaSize } from './checkCaptchaSize';

/** Every step of the report's preprocessing, each 200 x 50; from `otsu` on only 0 (ink) and 255 (paper). */
export interface PreprocessedCaptcha {
  /** The input itself. */
  readonly grey: GreyImage;
  /** Otsu's threshold of `grey`. */
  readonly threshold: number;
  /** `grey` at that threshold. */
  readonly otsu: GreyImage;
  /** `otsu` dilated 3 x 3: thin dark lines are gone, and strokes are two pixels thinner. */
  readonly dilated: GreyImage;
  /** `dilated` eroded 3 x 3: strokes have their width back. */
  readonly eroded: GreyImage;
  /** `eroded` dilated by 3 rows x 1 column: horizontal remains are gone. */
  readonly clean: GreyImage;
}

/** Cleans a CAPTCHA: Otsu threshold, dilate 3 x 3, erode 3 x 3, dilate 3 rows x 1 column.
 *  Throws RangeError when the image is not 200 x 50. Source: report IV; equals OpenCV byte for byte. */
export function preprocess(image: GreyImage): PreprocessedCaptcha {
  checkCaptchaSize(image);
  const at = otsu(image);
  const binary = threshold(image, { at });
  const dilated = dilate(binary, { kernel: { rows: 3, columns: 3 } });
  const eroded = erode(dilated, { kernel: { rows: 3, columns: 3 } });
  const clean = dilate(eroded, { kernel: { rows: 3, columns: 1 } });
  return { grey: image, threshold: at, otsu: binary, dilated, eroded, clean };
}
