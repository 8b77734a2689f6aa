/** Probabilities over time, row-major: steps x classes, each row summing to 1; the last class is the blank. */
export interface ColumnProbabilities {
  readonly steps: number;
  readonly classes: number;
  readonly values: Float32Array | Float64Array;
}
