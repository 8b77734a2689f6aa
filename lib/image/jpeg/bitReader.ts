import type { HuffmanTable } from './huffman';

/** Reads the bits of a scan, which end at the next marker. */
export interface BitReader {
  bit(): number;
  /** `count` bits, 0 to 16, as a number. */
  bits(count: number): number;
  /** A coefficient of `size` bits in JPEG's code: the upper half of the numbers is positive. */
  signed(size: number): number;
  symbol(table: HuffmanTable): number;
  /** Drops the bits left in the byte and reads restart marker `index` % 8. */
  restart(index: number): void;
  /** Where the bytes after the scan's last one start. */
  position(): number;
}

const TRUNCATED = 'truncated: it ends inside the picture';

/** Throws Error, on reading, when a marker or the end comes too early or a code is in no table. */
export function createBitReader(bytes: Uint8Array, start: number): BitReader {
  let position = start;
  let held = 0;
  let left = 0;

  const fetch = (): void => {
    if (position >= bytes.length) throw new Error(TRUNCATED);
    held = bytes[position];
    if (held === 0xff) {
      // A byte 255 in the data is followed by a 0; anything else is a marker.
      position++;
      if (position >= bytes.length) throw new Error(TRUNCATED);
      if (bytes[position] !== 0) throw new Error('damaged: the picture data ends too early');
    }
    position++;
    left = 8;
  };
  const bit = (): number => {
    if (left === 0) fetch();
    left--;
    return (held >> left) & 1;
  };
  const bits = (count: number): number => {
    let value = 0;
    for (let wanted = count; wanted > 0;) {
      if (left === 0) fetch();
      const taken = Math.min(wanted, left);
      left -= taken;
      wanted -= taken;
      value = (value << taken) | ((held >> left) & ((1 << taken) - 1));
    }
    return value;
  };
  return {
    bit,
    bits,
    signed(size) {
      if (size === 0) return 0;
      const value = bits(size);
      return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    },
    symbol({ largest, shift, symbols }) {
      let code = 0;
      for (let length = 1; length <= 16; length++) {
        if (left === 0) fetch();
        left--;
        code = (code << 1) | ((held >> left) & 1);
        if (code <= largest[length]) return symbols[code + shift[length]];
      }
      throw new Error('damaged: a code that is in no table');
    },
    restart(index) {
      left = 0;
      while (bytes[position] === 0xff && bytes[position + 1] === 0xff) position++;
      if (position + 1 >= bytes.length) throw new Error(TRUNCATED);
      if (bytes[position] !== 0xff || bytes[position + 1] !== 0xd0 + (index & 7)) {
        throw new Error('damaged: a restart marker is missing');
      }
      position += 2;
    },
    position: () => position,
  };
}
