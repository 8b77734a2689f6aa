/** A colour picture on white: red, green and blue bytes, row-major. */
export interface ColourImage {
  readonly width: number;
  readonly height: number;
  /** width x height x 3. */
  readonly data: Uint8Array;
}
