import type { HuffmanTable } from './huffmanTable';

/** Walks over the coded blocks of a sequential scan without a thought for their values. @internal */
export class CodedBlocks {
  private readonly data: Uint8Array;
  private bit = 0;

  /** coded: the data between two markers. */
  constructor(coded: Uint8Array) {
    // A zero behind 0xff only says that it is no marker.
    this.data = coded.filter((byte, at) => byte !== 0 || at === 0 || coded[at - 1] !== 0xff);
  }

  /** Passes over a block; false when the data end inside it or hold no code of the tables. */
  skip(dc: HuffmanTable, ac: HuffmanTable): boolean {
    const difference = this.symbol(dc);
    if (difference < 0) return false;
    this.bit += difference;
    let coefficient = 1;
    while (coefficient < 64 && this.bit <= 8 * this.data.length) {
      const symbol = this.symbol(ac);
      if (symbol < 0) return false;
      const [run, bits] = [symbol >> 4, symbol & 15];
      if (bits === 0 && run !== 15) break;
      this.bit += bits;
      coefficient += run + 1;
    }
    return coefficient <= 64 && this.bit <= 8 * this.data.length;
  }

  /** The next code's symbol; -1 when there is no such code. */
  private symbol({ first, end, start, symbols }: HuffmanTable): number {
    let code = 0;
    for (let length = 1; length <= 16; length++) {
      const byte = this.data[this.bit >> 3] ?? 0;
      code = (code << 1) | ((byte >> (7 - (this.bit & 7))) & 1);
      this.bit++;
      if (code < end[length]) return symbols[start[length] + code - first[length]];
    }
    return -1;
  }
}
