import { greyOf } from './greyFromRgba';
import { greyImage, type GreyImage } from './greyImage';
import type { CheckedPng } from './png';
import { unfilterBytes } from './unfilterBytes';
import { unfilterGrey } from './unfilterGrey';
import { unfilterRgba } from './unfilterRgba';

/** Bytes a pixel by colour type, at 8 bits a sample: grey, colour, grey with alpha, colour with alpha. */
const PIXEL_BYTES: Readonly<Record<number, number | undefined>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** The grey picture of a PNG with 8 bits a sample, without palette or interlacing, as nearly all are; undefined for other kinds,
 *  which are left to jimp. Its rows are decompressed already, for the check.
 *  Throws Error when a row has a filter that PNG does not know.
 *  @internal */
export function plainPng({ header, rows }: CheckedPng): GreyImage | undefined {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = PIXEL_BYTES[header[9]];
  if (header[8] !== 8 || bytes === undefined || header[12] !== 0) return undefined;
  const size = { width, height, bytes };
  const grey = bytes < 3 ? undefined : greyOfEqual(rows, size);
  return greyImage(width, height, grey ?? (bytes === 4 ? greyOfRgba(rows, size) : greyOfBytes(rows, size)));
}

interface Size {
  readonly width: number;
  readonly height: number;
  /** Bytes a pixel. */
  readonly bytes: number;
}

/** The grey picture where red, green and blue are equal while still filtered, as in all that was grey before it was stored as colour;
 *  undefined for others. A third of the work. */
function greyOfEqual(filtered: Buffer, { width, height, bytes }: Size): Uint8Array | undefined {
  const grey = new Uint8Array(width * height);
  // Above the first row all is zero, as that row itself still is when it is read.
  let above = 0;
  for (let first = 0, start = 0; first < grey.length; first += width, start += bytes * width + 1) {
    const row = { filtered, start: start + 1, bytes, grey, first, above, width };
    if (unfilterGrey(filtered[start], row) !== 0) return undefined;
    above = first;
  }
  return grey;
}

/** The common kind is done apart, because it can be done a pixel at a time instead of a byte. */
function greyOfRgba(rows: Buffer, { width, height }: Size): Uint8Array {
  const grey = new Uint8Array(width * height);
  const filtered = new DataView(rows.buffer, rows.byteOffset, rows.length);
  const row = new Int32Array(width);
  for (let first = 0, start = 0; first < grey.length; first += width, start += 4 * width + 1) {
    unfilterRgba(rows[start], row, filtered, start + 1);
    for (let x = 0; x < width; x++) {
      const colour = row[x];
      grey[first + x] = greyOf(colour & 255, (colour >> 8) & 255, colour >> 16);
    }
  }
  return grey;
}

function greyOfBytes(rows: Buffer, { width, height, bytes }: Size): Uint8Array {
  const grey = new Uint8Array(width * height);
  const stride = width * bytes;
  let above = new Uint8Array(stride);
  let row = new Uint8Array(stride);
  for (let first = 0, start = 0; first < grey.length; first += width, start += stride + 1) {
    row.set(rows.subarray(start + 1, start + 1 + stride));
    unfilterBytes(rows[start], row, { above, bytes });
    for (let x = 0, at = 0; x < width; x++, at += bytes) {
      grey[first + x] = bytes < 3 ? row[at] : greyOf(row[at], row[at + 1], row[at + 2]);
    }
    [above, row] = [row, above];
  }
  return grey;
}
