import { otsu, type GreyImage } from '../image';
import { checkPictureOf, cleaningStages } from '../scheme';
import { REPORT } from './report';

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

/** Cleans one of the report's CAPTCHAs by the steps of `REPORT`: Otsu threshold, dilate 3 x 3, erode 3 x 3, dilate 3 rows x 1 column.
 *  Throws RangeError when the image is not 200 x 50. Source: report IV; equals OpenCV byte for byte. */
export function preprocess(image: GreyImage): PreprocessedCaptcha {
  checkPictureOf(REPORT, image, 'preprocess');
  const [binary, dilated, eroded, clean] = cleaningStages(image, REPORT.clean);
  return { grey: image, threshold: otsu(image), otsu: binary, dilated, eroded, clean };
}
