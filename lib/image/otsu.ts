import { checkGrey } from './checkGrey';
import { greyHistogram } from './greyHistogram';
import type { GreyImage } from './greyImage';

// Below this share of the pixels a side of the threshold counts as empty (C's FLT_EPSILON, as in OpenCV).
const EMPTY = 2 ** -23;

/** Otsu's threshold t of a grey image, 0–255: the split into values <= t (ink) and values > t (paper) with the
 *  largest variance between the two classes.
 *  Ties: the lowest t. An image of one value only: 0. Source: report IV, Otsu 1979.
 *  Equals OpenCV's own code in every rounding. (Where two thresholds tie but for rounding, Intel's IPP, which OpenCV
 *  builds may call instead, sometimes takes the other; `cv2.ipp.setUseIPP(False)` turns it off.) */
export function otsu(image: GreyImage): number {
  checkGrey('otsu', image);
  const histogram = greyHistogram(image);
  const scale = 1 / image.data.length;
  let mean = 0;
  for (let value = 0; value < 256; value++) mean += value * histogram[value];
  mean *= scale;

  let inkShare = 0;
  let inkMean = 0;
  let best = 0;
  let bestVariance = 0;
  for (let value = 0; value < 256; value++) {
    const share = histogram[value] * scale;
    inkMean *= inkShare;
    inkShare += share;
    const paperShare = 1 - inkShare;
    if (Math.min(inkShare, paperShare) < EMPTY || Math.max(inkShare, paperShare) > 1 - EMPTY) continue;
    inkMean = (inkMean + value * share) / inkShare;
    const paperMean = (mean - inkShare * inkMean) / paperShare;
    const variance = inkShare * paperShare * (inkMean - paperMean) * (inkMean - paperMean);
    if (variance > bestVariance) {
      bestVariance = variance;
      best = value;
    }
  }
  return best;
}
