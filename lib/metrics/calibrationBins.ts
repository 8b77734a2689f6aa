import { checkWhole } from '../checks';
import { checkAnswers } from './checkAnswers';

/** Examples whose confidence, the largest of their probabilities, lies in one range. */
export interface CalibrationBin {
  /** Confidences above `low` and up to `high`; the first bin has 0 as well. */
  readonly low: number;
  readonly high: number;
  /** Examples in the bin. */
  readonly n: number;
  /** Examples of these whose most probable class is the true one. */
  readonly correct: number;
  /** Mean confidence, 0 to 1; null when the bin is empty. */
  readonly confidence: number | null;
  /** correct / n, 0 to 1; null when the bin is empty. */
  readonly accuracy: number | null;
}

/** Answers sorted into bins of equal width by the confidence that came with them, lowest bin first. A confidence on an edge belongs
 *  to the bin below it; edges are rounded to single precision, as confidences from a network are. Empty bins are kept, with n = 0.
 *  confidences: 0 to 1; correct: whether each answer was right. bins: 10 by default.
 *  Throws RangeError when lengths differ, a confidence is not 0 to 1, or bins is no whole number of at least 1. Source: Guo et al. 2017. */
export function calibrationBins(
  confidences: ArrayLike<number>,
  correct: readonly boolean[],
  { bins = 10 }: { readonly bins?: number } = {},
): CalibrationBin[] {
  checkWhole('calibrationBins', { bins }, 1);
  checkAnswers('calibrationBins', confidences, correct);
  const edges = Array.from({ length: bins }, (_, bin) => Math.fround((bin + 1) / bins));
  const counts = edges.map(() => ({ n: 0, correct: 0, sum: 0 }));
  correct.forEach((right, index) => {
    const confidence = confidences[index];
    const count = counts[edges.findIndex((edge) => confidence <= edge)];
    count.n++;
    count.sum += confidence;
    if (right) count.correct++;
  });
  return counts.map(({ n, correct: right, sum }, bin) => ({
    low: bin / bins,
    high: (bin + 1) / bins,
    n,
    correct: right,
    confidence: n === 0 ? null : sum / n,
    accuracy: n === 0 ? null : right / n,
  }));
}
