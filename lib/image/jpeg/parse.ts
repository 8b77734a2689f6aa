import { readFrame, type Frame } from './frame';
import { huffmanTable } from './huffman';
import { decodeScan, type Tables } from './scan';
import { ZIGZAG } from './zigzag';

export interface ParsedJpeg {
  readonly frame: Frame;
  /** Whether three components are red, green and blue rather than Y, Cb and Cr. */
  readonly rgb: boolean;
  /** The Exif segment, if there is one. */
  readonly exif?: Uint8Array;
}

/** Reads a JPEG file up to its end marker: 8 bits, Huffman-coded, sequential or progressive, 1 or 3 components.
 *  Throws Error with the reason when it is truncated, damaged or of another kind. */
export function parseJpeg(bytes: Uint8Array): ParsedJpeg {
  const tables: Tables = { dc: [], ac: [], quantization: [], restartInterval: 0 };
  let frame: Frame | undefined;
  let exif: Uint8Array | undefined;
  let jfif = false;
  let adobe: number | undefined;
  let position = 2;
  for (;;) {
    while (position + 1 < bytes.length && !isMarker(bytes[position], bytes[position + 1])) position++;
    if (position + 1 >= bytes.length) throw new Error('truncated: its end marker is missing');
    const marker = bytes[position + 1];
    position += 2;
    if (marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) continue;
    const length = (bytes[position] << 8) | bytes[position + 1];
    if (!(length >= 2) || position + length > bytes.length)
      throw new Error('truncated: it ends inside a header');
    const segment = bytes.subarray(position + 2, position + length);
    position += length;
    if (marker === 0xc4) defineHuffman(segment, tables);
    else if (marker === 0xdb) defineQuantization(segment, tables);
    else if (marker === 0xdd) tables.restartInterval = (segment[0] << 8) | segment[1];
    else if (marker === 0xe0 && startsWith(segment, 'JFIF\0')) jfif = true;
    else if (marker === 0xe1 && startsWith(segment, 'Exif\0\0')) exif ??= segment.subarray(6);
    else if (marker === 0xee && startsWith(segment, 'Adobe')) adobe = segment[11];
    else if (marker === 0xda) {
      if (frame === undefined) throw new Error('damaged: picture data before the frame header');
      position = decodeScan(bytes, position, segment, frame, tables);
    } else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) {
      if (marker > 0xc2) throw new Error('lossless, hierarchical and arithmetic coding are not supported');
      if (frame !== undefined) throw new Error('damaged: two frame headers');
      frame = readFrame(segment, marker === 0xc2);
    }
  }
  if (frame === undefined) throw new Error('damaged: the frame header is missing');
  const ids = frame.components.map(({ id }) => String.fromCharCode(id)).join('');
  const rgb = !jfif && (adobe === undefined ? ids === 'RGB' : adobe === 0);
  return { frame, rgb, exif };
}

function isMarker(first: number, second: number): boolean {
  return first === 0xff && second !== 0x00 && second !== 0xff;
}

function startsWith(segment: Uint8Array, text: string): boolean {
  return Buffer.from(segment.subarray(0, text.length)).toString('latin1') === text;
}

function defineHuffman(segment: Uint8Array, tables: Tables): void {
  for (let at = 0; at < segment.length;) {
    const [kind, id] = [segment[at] >> 4, segment[at] & 15];
    const counts = segment.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const symbols = segment.subarray(at + 17, at + 17 + total);
    if (kind > 1 || id > 3 || counts.length < 16 || symbols.length < total) {
      throw new Error('damaged Huffman table');
    }
    (kind === 0 ? tables.dc : tables.ac)[id] = huffmanTable(counts, symbols);
    at += 17 + total;
  }
}

function defineQuantization(segment: Uint8Array, tables: Tables): void {
  for (let at = 0; at < segment.length;) {
    const [wide, id] = [segment[at] >> 4, segment[at] & 15];
    const size = wide === 0 ? 64 : 128;
    const values = segment.subarray(at + 1, at + 1 + size);
    if (wide > 1 || id > 3 || values.length < size) throw new Error('damaged quantisation table');
    const factors = new Uint16Array(64);
    for (let k = 0; k < 64; k++) {
      factors[ZIGZAG[k]] = wide === 0 ? values[k] : (values[2 * k] << 8) | values[2 * k + 1];
    }
    tables.quantization[id] = factors;
    at += 1 + size;
  }
}
