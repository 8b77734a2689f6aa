/** A Huffman table of a JPEG file, for codes that are read bit by bit. @internal */
export interface HuffmanTable {
  /** By length of 1 to 16 bits: the first code, one more than the last, and where the symbols of the codes begin. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  readonly start: Int32Array;
  readonly symbols: Uint8Array;
}

/** The tables that a segment defines, by class and number (its first byte), added to `tables`. Throws Error when it is cut off.
 *  Source: ITU-T T.81, annex C. @internal */
export function defineHuffmanTables(segment: Uint8Array, tables: Map<number, HuffmanTable>): void {
  for (let at = 0; at < segment.length;) {
    const [first, end, start] = [new Int32Array(17), new Int32Array(17), new Int32Array(17)];
    let [code, count] = [0, 0];
    for (let length = 1; length <= 16; length++) {
      code <<= 1;
      [first[length], start[length]] = [code, count];
      const codes = segment[at + length] ?? 0;
      code += codes;
      count += codes;
      end[length] = code;
    }
    const symbols = segment.subarray(at + 17, at + 17 + count);
    if (symbols.length < count || count === 0) throw new Error('damaged Huffman table');
    tables.set(segment[at], { first, end, start, symbols });
    at += 17 + count;
  }
}
