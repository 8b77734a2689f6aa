/** The pixels that morphology looks at: a full rectangle, or a matrix of ones (looked at) and zeros.
 *  The anchor, the pixel that the result is written to, is row floor(rows / 2), column floor(columns / 2). */
export type Kernel = { readonly rows: number; readonly columns: number } | readonly (readonly number[])[];

export interface MorphologyOptions {
  /** Default: 3 rows x 3 columns. */
  kernel?: Kernel;
  /** How often the operation is applied, a whole number; 0 gives a copy. Default: 1. */
  iterations?: number;
}

/** Offsets (dy, dx) from the anchor of the kernel's ones.
 *  @internal */
export interface Offset {
  readonly dy: number;
  readonly dx: number;
}

/** One list of offsets for each pass over the image. A full rectangle is a row pass and then a column pass.
 *  @internal */
export function kernelPasses(kernel: Kernel, operation: string): Offset[][] {
  const matrix = isMatrix(kernel) ? kernel : undefined;
  const rows = isMatrix(kernel) ? kernel.length : kernel.rows;
  const columns = isMatrix(kernel) ? (kernel.length === 0 ? 0 : kernel[0].length) : kernel.columns;
  for (const [name, value] of [['rows', rows] as const, ['columns', columns] as const]) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`${operation}: kernel must have a positive number of ${name}, got ${value}.`);
    }
  }
  const anchorY = Math.floor(rows / 2);
  const anchorX = Math.floor(columns / 2);
  if (matrix === undefined) {
    const across = Array.from({ length: columns }, (_, x) => ({ dy: 0, dx: x - anchorX }));
    const down = Array.from({ length: rows }, (_, y) => ({ dy: y - anchorY, dx: 0 }));
    return [across, down];
  }
  const offsets: Offset[] = [];
  matrix.forEach((row, y) => {
    if (row.length !== columns) {
      throw new RangeError(
        `${operation}: every kernel row must have ${columns} values, row ${y} has ${row.length}.`,
      );
    }
    row.forEach((value, x) => {
      if (value !== 0 && value !== 1) {
        throw new RangeError(`${operation}: kernel values must be 0 or 1, got ${value} in row ${y}.`);
      }
      if (value === 1) offsets.push({ dy: y - anchorY, dx: x - anchorX });
    });
  });
  if (offsets.length === 0) throw new RangeError(`${operation}: kernel must hold at least one 1, got none.`);
  return [offsets];
}

function isMatrix(kernel: Kernel): kernel is readonly (readonly number[])[] {
  return Array.isArray(kernel);
}
