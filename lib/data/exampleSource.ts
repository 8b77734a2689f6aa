/** Labelled pictures that a trainer reads one at a time, so that augmented ones need never all be in memory. */
export interface ExampleSource {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** Writes example `index` (0 to count - 1) to `target` from `offset` on: height x width values, row-major, 0–255.
   *  Returns its class. */
  read(index: number, target: Float32Array | Uint8Array, offset: number): number;
}
