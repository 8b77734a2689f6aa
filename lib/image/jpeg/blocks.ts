import type { BitReader } from './bitReader';
import type { HuffmanTable } from './huffman';
import { ZIGZAG } from './zigzag';

/** What a scan holds: coefficients `first` to `last` in zigzag order, at bit `low`, new or (`high` > 0) refined. */
export interface Spectrum {
  readonly first: number;
  readonly last: number;
  readonly high: number;
  readonly low: number;
}

/** A component's state within a scan; `reset` at each restart. */
export interface BlockState {
  readonly dc?: HuffmanTable;
  readonly ac?: HuffmanTable;
  prediction: number;
  /** Blocks still to come without a new coefficient, in a progressive scan. */
  emptyBlocks: number;
}

/** Decodes one block's share of a scan into `block`, 64 coefficients. */
export type BlockDecoder = (
  reader: BitReader,
  block: Int16Array,
  state: BlockState,
  spectrum: Spectrum,
) => void;

function needed(table: HuffmanTable | undefined): HuffmanTable {
  if (table === undefined) throw new Error('damaged: a Huffman table is missing');
  return table;
}

function place(index: number, last: number): number {
  if (index > last) throw new Error('damaged: a block has too many coefficients');
  return ZIGZAG[index];
}

const decodeDc: BlockDecoder = (reader, block, state, { low }) => {
  const size = reader.symbol(needed(state.dc));
  if (size > 15) throw new Error('damaged: a coefficient is too large');
  state.prediction += reader.signed(size);
  block[0] = state.prediction << low;
};

const refineDc: BlockDecoder = (reader, block, _state, { low }) => {
  block[0] |= reader.bit() << low;
};

const decodeAc: BlockDecoder = (reader, block, state, { first, last, low }) => {
  if (state.emptyBlocks > 0) {
    state.emptyBlocks--;
    return;
  }
  const table = needed(state.ac);
  for (let index = Math.max(first, 1); index <= last; index++) {
    const symbol = reader.symbol(table);
    const run = symbol >> 4;
    const size = symbol & 15;
    if (size > 0) {
      index += run;
      block[place(index, last)] = reader.signed(size) << low;
    } else if (run === 15) {
      index += 15;
    } else {
      // Only progressive scans, which have no coefficient 0 here, count further empty blocks.
      if (first > 0) state.emptyBlocks = (1 << run) + reader.bits(run) - 1;
      return;
    }
  }
};

const refineAc: BlockDecoder = (reader, block, state, { first, last, low }) => {
  const step = 1 << low;
  let index = first;
  const refine = (at: number): void => {
    if (reader.bit() === 1 && (Math.abs(block[at]) & step) === 0) block[at] += block[at] > 0 ? step : -step;
  };
  if (state.emptyBlocks === 0) {
    const table = needed(state.ac);
    for (; index <= last; index++) {
      const symbol = reader.symbol(table);
      let run = symbol >> 4;
      const size = symbol & 15;
      if (size > 1) throw new Error('damaged: a refinement of more than one bit');
      if (size === 0 && run < 15) {
        state.emptyBlocks = (1 << run) + reader.bits(run);
        break;
      }
      const value = size === 0 ? 0 : reader.bit() === 1 ? step : -step;
      // Coefficients that are set already take a correction bit each and do not count in the run.
      for (; index <= last; index++) {
        const at = ZIGZAG[index];
        if (block[at] !== 0) refine(at);
        else if (run-- === 0) break;
      }
      if (value !== 0) block[place(index, last)] = value;
    }
  }
  if (state.emptyBlocks > 0) {
    for (; index <= last; index++) if (block[ZIGZAG[index]] !== 0) refine(ZIGZAG[index]);
    state.emptyBlocks--;
  }
};

const decodeWhole: BlockDecoder = (reader, block, state, spectrum) => {
  decodeDc(reader, block, state, spectrum);
  decodeAc(reader, block, state, spectrum);
};

/** The decoder for a scan's blocks. Throws Error when the scan header makes no sense. */
export function blockDecoder(progressive: boolean, spectrum: Spectrum, components: number): BlockDecoder {
  const { first, last, high, low } = spectrum;
  if (!progressive) {
    if (first !== 0 || last !== 63 || high !== 0 || low !== 0) throw new Error('damaged scan header');
    return decodeWhole;
  }
  const dc = first === 0;
  if ((dc ? last !== 0 : components > 1 || last > 63 || last < first) || low > 13 || high > 13) {
    throw new Error('damaged scan header');
  }
  if (dc) return high === 0 ? decodeDc : refineDc;
  return high === 0 ? decodeAc : refineAc;
}
