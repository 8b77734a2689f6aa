import { checkWhole } from '../checks';
import { calibrationBins, type CalibrationBin } from './calibrationBins';

export interface CalibrationOptions {
  /** Probabilities an example has. */
  readonly classes: number;
  /** Bins of equal width from 0 to 1, 10 by default. */
  readonly bins?: number;
}

/** How far the probabilities of an example may be from a sum of 1: a softmax in single precision is within 1e-6. */
const SUM_TOLERANCE = 1e-3;

/** Whether a network is right as often as it claims: examples sorted into bins by confidence, lowest bin first.
 *  probabilities: truth.length x classes, row-major, as `predictClasses` gives them; truth: the class of each example.
 *  The predicted class is the most probable one; ties: the lowest class. A confidence on an edge belongs to the bin
 *  below it, as in the source; edges are rounded to single precision, as the probabilities are, so that a 0.7 read from
 *  them is on the edge 0.7. Empty bins are kept, with n = 0.
 *  Throws RangeError when nothing is given, lengths do not match, a class is out of range, a probability is not 0 to 1,
 *  or those of an example do not sum to 1. Source: Guo et al. 2017, On Calibration of Modern Neural Networks. */
export function calibration(
  probabilities: Float32Array,
  truth: Uint8Array,
  { classes, bins = 10 }: CalibrationOptions,
): CalibrationBin[] {
  checkInput(probabilities, truth, { classes, bins });
  const confidences = new Float64Array(truth.length);
  const correct = Array.from(truth, (expected, example) => {
    const row = probabilities.subarray(example * classes, (example + 1) * classes);
    checkRow(row, example);
    confidences[example] = row.reduce((most, value) => Math.max(most, value));
    return row.indexOf(confidences[example]) === expected;
  });
  return calibrationBins(confidences, correct, { bins });
}

function checkInput(
  probabilities: Float32Array,
  truth: Uint8Array,
  { classes, bins }: Required<CalibrationOptions>,
): void {
  checkWhole('calibration', { classes, bins }, 1);
  if (truth.length === 0) {
    throw new RangeError('calibration: truth is empty; a measure needs at least one example.');
  }
  if (probabilities.length !== truth.length * classes) {
    throw new RangeError(
      `calibration: probabilities must hold ${truth.length} examples x ${classes} classes = ` +
        `${truth.length * classes} values, got ${probabilities.length}.`,
    );
  }
  const wrong = truth.findIndex((value) => value >= classes);
  if (wrong !== -1) {
    throw new RangeError(
      `calibration: truth[${wrong}] must be a class from 0 to ${classes - 1}, got ${truth[wrong]}.`,
    );
  }
}

function checkRow(row: Float32Array, example: number): void {
  const wrong = row.find((value) => !(value >= 0 && value <= 1));
  if (wrong !== undefined) {
    throw new RangeError(
      `calibration: the probabilities of example ${example} must be 0 to 1, got ${wrong}; pass what softmax gives.`,
    );
  }
  const sum = row.reduce((total, value) => total + value, 0);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new RangeError(
      `calibration: the probabilities of example ${example} must sum to 1, got ${sum}; ` +
        'pass what softmax gives, and as many classes as the network has.',
    );
  }
}
