/** Values on a grid, row-major. */
export interface ValueMap {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array;
}
