/** A Huffman table for decoding. Codes of one length are consecutive numbers. */
export interface HuffmanTable {
  /** Largest code of each length 1–16, or -1. */
  readonly largest: Int32Array;
  /** `symbols` index of a code of that length, less the code. */
  readonly shift: Int32Array;
  readonly symbols: Uint8Array;
}

/** Builds a table from the 16 counts of codes by length and the symbols in code order.
 *  Throws Error when the counts need more codes than there are. */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const largest = new Int32Array(17).fill(-1);
  const shift = new Int32Array(17);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1];
    shift[length] = index - code;
    code += count;
    index += count;
    if (code > 1 << length) throw new Error('damaged Huffman table');
    if (count > 0) largest[length] = code - 1;
    code <<= 1;
  }
  return { largest, shift, symbols };
}
