/** Where the rows of a picture lie in a list of 32-bit words: bit b of word w of a row is column 32 w + b, 1 where there is ink. One row
 *  lies before the first and one after the last, for what is outside. @internal */
export interface BitRows {
  /** Words a row; they may hold more columns than are needed. */
  readonly words: number;
  /** Index of the first word, and of the one after the last. */
  readonly first: number;
  readonly end: number;
}

/** Ink where the pixel and both its neighbours in the row have it. In a row's first and last column the neighbour is one of another
 *  row, which is wrong: whoever uses it keeps such columns from mattering. @internal */
export function allAcross(from: Int32Array, to: Int32Array, { first, end }: BitRows): void {
  for (let at = first; at < end; at++) {
    to[at] = from[at] & ((from[at] << 1) | (from[at - 1] >>> 31)) & ((from[at] >>> 1) | (from[at + 1] << 31));
  }
}

/** Ink where the pixel or a neighbour in the row has it; see `allAcross`. @internal */
export function anyAcross(from: Int32Array, to: Int32Array, { first, end }: BitRows): void {
  for (let at = first; at < end; at++) {
    to[at] = from[at] | (from[at] << 1) | (from[at - 1] >>> 31) | (from[at] >>> 1) | (from[at + 1] << 31);
  }
}

/** Ink where the pixel and those above and below have it; what is outside does not count. Changes the outside of `from`.
 *  @internal */
export function allDown(from: Int32Array, to: Int32Array, { words, first, end }: BitRows): void {
  from.fill(-1, 0, first).fill(-1, end);
  for (let at = first; at < end; at++) to[at] = from[at - words] & from[at] & from[at + words];
}

/** Ink where the pixel or one above or below has it. Changes the outside of `from`. @internal */
export function anyDown(from: Int32Array, to: Int32Array, { words, first, end }: BitRows): void {
  from.fill(0, 0, first).fill(0, end);
  for (let at = first; at < end; at++) to[at] = from[at - words] | from[at] | from[at + words];
}
