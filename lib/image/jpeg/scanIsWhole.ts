import { CodedBlocks } from './codedBlocks';
import { defineHuffmanTables, type HuffmanTable } from './huffmanTable';
import type { JpegSegments } from './readJpegSegments';

interface Component {
  readonly id: number;
  /** Sampling factors. */
  readonly h: number;
  readonly v: number;
}

/** Whether the one scan of a sequential JPEG file has data for all its blocks. libjpeg fills up what is missing and says so, but of
 *  the last rows too late to be heard.
 *  Throws Error when tables are damaged. Source: ITU-T T.81, annexes A, B and F. @internal */
export function scanIsWhole({ parts, frame }: JpegSegments): boolean {
  const tables = new Map<number, HuffmanTable>();
  let components: Component[] = [];
  let scan: Uint8Array = new Uint8Array(1);
  let interval = 0;
  const runs: Uint8Array[] = [];
  for (const part of parts) {
    if ('coded' in part) {
      runs.push(part.coded);
      continue;
    }
    const segment = part.subarray(4);
    if (part[1] === 0xc4) defineHuffmanTables(segment, tables);
    else if (part[1] === 0xdd) interval = (segment[0] << 8) | segment[1];
    else if (part[1] === 0xc0 || part[1] === 0xc1) components = componentsOf(segment);
    else if (part[1] === 0xda) scan = segment;
  }
  const blocks: { dc: HuffmanTable; ac: HuffmanTable }[] = [];
  for (let at = 1; at < 1 + 2 * scan[0]; at += 2) {
    const component = components.find(({ id }) => id === scan[at]);
    const dc = tables.get(scan[at + 1] >> 4);
    const ac = tables.get(0x10 | (scan[at + 1] & 15));
    if (component === undefined || dc === undefined || ac === undefined) {
      throw new Error('a component has no Huffman table');
    }
    // Of a component that comes alone each unit is one block.
    const count = scan[0] === 1 ? 1 : component.h * component.v;
    for (let block = 0; block < count; block++) blocks.push({ dc, ac });
  }
  let units = unitsOf(frame, components);
  for (const run of runs) {
    const coded = new CodedBlocks(run);
    const here = interval === 0 ? units : Math.min(interval, units);
    for (let unit = 0; unit < here; unit++) {
      for (const { dc, ac } of blocks) if (!coded.skip(dc, ac)) return false;
    }
    units -= here;
  }
  return units === 0;
}

function componentsOf(segment: Uint8Array): Component[] {
  return Array.from({ length: segment[5] }, (_, index) => {
    const [id, factors] = segment.subarray(6 + 3 * index);
    return { id, h: factors >> 4, v: factors & 15 };
  });
}

/** The interleaved units of the scan; a single component has as many as blocks. */
function unitsOf({ width, height }: JpegSegments['frame'], components: readonly Component[]): number {
  const alone = components.length === 1;
  const across = alone ? 1 : Math.max(...components.map(({ h }) => h));
  const down = alone ? 1 : Math.max(...components.map(({ v }) => v));
  return Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down));
}
