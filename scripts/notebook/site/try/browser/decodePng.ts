/** Pixels as a canvas would give them: RGBA, row-major, 0 to 255. */
export interface DecodedPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Values of a pixel in each colour type of PNG. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The pixels of a PNG file, without a canvas: for browsers that alter what a canvas gives back. All colour types of up to 8 bits
 *  a value. Throws RangeError, to be shown as it is, for 16 bits, interlacing, and files that are cut off.
 *  Source: PNG specification, third edition. */
export async function decodePng(bytes: Uint8Array<ArrayBuffer>): Promise<DecodedPixels> {
  const { header, palette, transparency, packed } = chunksOf(bytes);
  const { width, height, depth, colour } = header;
  const channels = CHANNELS[colour];
  const bytesOfPixel = Math.max(1, (channels * depth) >> 3);
  const stride = Math.ceil((width * channels * depth) / 8);
  const rows = unfilter(await inflate(packed), { stride, height, bytesOfPixel });
  const data = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const first = (pixel % width) * channels;
    const start = Math.floor(pixel / width) * stride;
    const value = (channel: number): number => valueAt(rows, start, first + channel, depth);
    data.set(rgbaOf(value, { colour, depth, palette, transparency }), pixel * 4);
  }
  return { width, height, data };
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
}

function chunksOf(bytes: Uint8Array<ArrayBuffer>): {
  header: Header;
  palette: Uint8Array;
  transparency: Uint8Array;
  packed: Uint8Array<ArrayBuffer>[];
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: view.getUint8(24),
    colour: view.getUint8(25),
  };
  if (header.depth > 8 || view.getUint8(28) !== 0 || !(header.colour in CHANNELS)) {
    throw new RangeError('It has 16 bits a value or is interlaced; save it as a plain PNG of 8 bits.');
  }
  const found = new Map<string, Uint8Array<ArrayBuffer>[]>();
  for (let at = 8; at + 12 <= bytes.length; at += view.getUint32(at) + 12) {
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    found.set(kind, [...(found.get(kind) ?? []), content]);
  }
  const one = (kind: string): Uint8Array => found.get(kind)?.[0] ?? new Uint8Array();
  return { header, palette: one('PLTE'), transparency: one('tRNS'), packed: found.get('IDAT') ?? [] };
}

async function inflate(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array> {
  const stream = new Blob([...parts]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Undoes the filter of each row. */
function unfilter(
  filtered: Uint8Array,
  { stride, height, bytesOfPixel }: { stride: number; height: number; bytesOfPixel: number },
): Uint8Array {
  if (filtered.length < (stride + 1) * height) throw new RangeError('It is cut off.');
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const kind = filtered[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= bytesOfPixel ? rows[at - bytesOfPixel] : 0;
      const up = y > 0 ? rows[at - stride] : 0;
      const corner = x >= bytesOfPixel && y > 0 ? rows[at - stride - bytesOfPixel] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind];
      rows[at] = filtered[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((value) => Math.abs(estimate - value));
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function valueAt(rows: Uint8Array, start: number, index: number, depth: number): number {
  if (depth === 8) return rows[start + index];
  const bit = index * depth;
  return (rows[start + (bit >> 3)] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

function rgbaOf(
  value: (channel: number) => number,
  {
    colour,
    depth,
    palette,
    transparency,
  }: { colour: number; depth: number; palette: Uint8Array; transparency: Uint8Array },
): number[] {
  if (colour === 3) {
    const entry = value(0);
    return [...palette.subarray(entry * 3, entry * 3 + 3), transparency.at(entry) ?? 255];
  }
  const grey = colour === 0 || colour === 4;
  const values = grey ? [value(0)] : [value(0), value(1), value(2)];
  // Of pictures without alpha one colour may be transparent; its values have two bytes.
  const clear = transparency.length > 0 && values.every((one, index) => one === transparency[2 * index + 1]);
  const alpha = colour >= 4 ? value(values.length) : clear ? 0 : 255;
  const scaled = values.map((one) => (one * 255) / ((1 << depth) - 1));
  return [...(grey ? [scaled[0], scaled[0], scaled[0]] : scaled), alpha];
}
