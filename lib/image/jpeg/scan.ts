import { createBitReader } from './bitReader';
import { blockDecoder, type BlockState, type Spectrum } from './blocks';
import type { Component, Frame } from './frame';
import type { HuffmanTable } from './huffman';

/** Tables and settings in force when a scan starts. */
export interface Tables {
  readonly dc: (HuffmanTable | undefined)[];
  readonly ac: (HuffmanTable | undefined)[];
  readonly quantization: (Uint16Array | undefined)[];
  /** Units between restart markers; 0: none. */
  restartInterval: number;
}

interface Member {
  readonly component: Component;
  readonly state: BlockState;
}

/** Decodes a scan into its components' coefficients.
 *  header: the scan header after its length; start: where the data begins. Returns where they end. */
export function decodeScan(
  bytes: Uint8Array,
  start: number,
  header: Uint8Array,
  frame: Frame,
  tables: Tables,
): number {
  const count = header[0];
  if (header.length < 4 || header.length !== 4 + 2 * count || count < 1)
    throw new Error('damaged scan header');
  const members = Array.from({ length: count }, (_, index) =>
    findMember(header[1 + 2 * index], header[2 + 2 * index], frame, tables),
  );
  const [first, last, approximation] = header.subarray(1 + 2 * count);
  const spectrum: Spectrum = { first, last, high: approximation >> 4, low: approximation & 15 };
  const decode = blockDecoder(frame.progressive, spectrum, count);
  const reader = createBitReader(bytes, start);
  const decodeAt = ({ component, state }: Member, row: number, column: number): void => {
    const at = (row * component.blocksAcross + column) * 64;
    decode(reader, component.coefficients.subarray(at, at + 64), state, spectrum);
  };

  // A single component comes block by block without the filling; several come in units of h x v blocks each.
  const [{ component: alone }] = members;
  const across = count === 1 ? Math.ceil(alone.width / 8) : Math.ceil(frame.width / (8 * frame.maxH));
  const down = count === 1 ? Math.ceil(alone.height / 8) : Math.ceil(frame.height / (8 * frame.maxV));
  for (let unit = 0; unit < across * down; unit++) {
    if (tables.restartInterval > 0 && unit > 0 && unit % tables.restartInterval === 0) {
      reader.restart(unit / tables.restartInterval - 1);
      for (const { state } of members) Object.assign(state, { prediction: 0, emptyBlocks: 0 });
    }
    const row = Math.floor(unit / across);
    const column = unit % across;
    if (count === 1) {
      decodeAt(members[0], row, column);
      continue;
    }
    for (const member of members) {
      const { h, v } = member.component;
      for (let y = 0; y < v; y++) {
        for (let x = 0; x < h; x++) decodeAt(member, row * v + y, column * h + x);
      }
    }
  }
  return reader.position();
}

function findMember(id: number, tableIds: number, frame: Frame, tables: Tables): Member {
  const component = frame.components.find((candidate) => candidate.id === id);
  if (component === undefined) throw new Error('damaged: a scan of an unknown component');
  component.quantization ??= tables.quantization[component.tableId];
  if (component.quantization === undefined) throw new Error('damaged: a quantisation table is missing');
  const state = { dc: tables.dc[tableIds >> 4], ac: tables.ac[tableIds & 15], prediction: 0, emptyBlocks: 0 };
  return { component, state };
}
