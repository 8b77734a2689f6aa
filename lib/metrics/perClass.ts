/** How well one class was read. */
export interface ClassMeasure {
  /** The class, its row in the confusion matrix. */
  readonly class: number;
  /** Examples of this class. */
  readonly count: number;
  /** Examples predicted as this class. */
  readonly predicted: number;
  /** Share of the class's examples that were found, 0 to 1; null when the class has none. */
  readonly recall: number | null;
  /** Share of the predictions of this class that were right, 0 to 1; null when it was never predicted. */
  readonly precision: number | null;
}

/** Recall and precision of each class, from a confusion matrix (rows truth, columns predicted).
 *  A share of nothing is null, never NaN: averages must decide what to do with a class that did not occur.
 *  Throws RangeError when the matrix is empty, not square, or holds anything but counts. */
export function perClass(confusion: readonly (readonly number[])[]): ClassMeasure[] {
  const classes = confusion.length;
  if (classes === 0) throw new RangeError('perClass: the confusion matrix is empty.');
  confusion.forEach((row, truth) => {
    if (row.length !== classes) {
      throw new RangeError(
        `perClass: the confusion matrix must be square; row ${truth} has ${row.length} of ${classes} columns.`,
      );
    }
    const wrong = row.find((count) => !Number.isSafeInteger(count) || count < 0);
    if (wrong !== undefined) {
      throw new RangeError(`perClass: row ${truth} must hold counts, got ${wrong}.`);
    }
  });
  return confusion.map((row, index) => {
    const count = row.reduce((sum, value) => sum + value, 0);
    const predicted = confusion.reduce((sum, other) => sum + other[index], 0);
    return {
      class: index,
      count,
      predicted,
      recall: count === 0 ? null : row[index] / count,
      precision: predicted === 0 ? null : row[index] / predicted,
    };
  });
}
