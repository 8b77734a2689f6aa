import type { CalibrationBin } from './calibrationBins';

/** Mean distance between accuracy and confidence over the bins of `calibration`, each weighted by its examples:
 *  sum of n_b / n |accuracy_b - confidence_b|, 0 (says what it knows) to 1. Empty bins weigh nothing.
 *  Throws RangeError when no bin has an example. Source: Guo et al. 2017, On Calibration of Modern Neural Networks. */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number {
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) {
    throw new RangeError('expectedCalibrationError: bins hold no example; pass what calibration gives.');
  }
  return bins.reduce((sum, { n, accuracy, confidence }) => {
    return accuracy === null || confidence === null
      ? sum
      : sum + (n / total) * Math.abs(accuracy - confidence);
  }, 0);
}
