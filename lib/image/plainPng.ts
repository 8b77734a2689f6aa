import { greyImage, type GreyImage } from './greyImage';
import { greyOf } from './greyFromRgba';
import type { CheckedPng } from './png';

/** Bytes a pixel by colour type, at 8 bits a sample: grey, colour, grey with alpha, colour with alpha. */
const PIXEL_BYTES: Readonly<Record<number, number | undefined>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** The grey picture of a PNG with 8 bits a sample, without palette or interlacing, as nearly all are; undefined for other kinds,
 *  which are left to jimp. Its rows are decompressed already, for the check.
 *  Throws Error when a row has a filter that PNG does not know.
 *  Source: PNG specification (ISO/IEC 15948), 9.2 filter types.
 *  @internal */
export function plainPng({ header, rows }: CheckedPng): GreyImage | undefined {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bytes = PIXEL_BYTES[header[9]];
  if (header[8] !== 8 || bytes === undefined || header[12] !== 0) return undefined;
  const grey = new Uint8Array(width * height);
  const stride = width * bytes;
  let above = new Uint8Array(stride);
  let row = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    unfilter(rows[start], rows.subarray(start + 1, start + 1 + stride), { row, above, bytes });
    const target = grey.subarray(y * width, (y + 1) * width);
    if (bytes === 1) target.set(row);
    else if (bytes === 2) for (let x = 0; x < width; x++) target[x] = row[2 * x];
    else {
      for (let x = 0, at = 0; x < width; x++, at += bytes) {
        target[x] = greyOf(row[at], row[at + 1], row[at + 2]);
      }
    }
    [above, row] = [row, above];
  }
  return greyImage(width, height, grey);
}

/** Undoes a row's filter into `row`; `above` is the row before, zeros for the first. The first pixel has nothing to its left, and is
 *  done apart to keep the question out of the loops. */
function unfilter(
  filter: number,
  filtered: Uint8Array,
  { row, above, bytes }: { row: Uint8Array; above: Uint8Array; bytes: number },
): void {
  const { length } = filtered;
  switch (filter) {
    case 0:
      row.set(filtered);
      return;
    case 1:
      row.set(filtered.subarray(0, bytes));
      for (let at = bytes; at < length; at++) row[at] = filtered[at] + row[at - bytes];
      return;
    case 2:
      for (let at = 0; at < length; at++) row[at] = filtered[at] + above[at];
      return;
    case 3:
      for (let at = 0; at < bytes; at++) row[at] = filtered[at] + (above[at] >> 1);
      for (let at = bytes; at < length; at++) {
        row[at] = filtered[at] + ((row[at - bytes] + above[at]) >> 1);
      }
      return;
    case 4:
      for (let at = 0; at < bytes; at++) row[at] = filtered[at] + above[at];
      for (let at = bytes; at < length; at++) {
        row[at] = filtered[at] + paeth(row[at - bytes], above[at], above[at - bytes]);
      }
      return;
    default:
      throw new Error(`damaged: a row has filter ${filter}, and there are 0 to 4`);
  }
}

/** Whichever of left, above and above left is nearest to left + above - aboveLeft; ties in this order. */
function paeth(left: number, above: number, aboveLeft: number): number {
  const toLeft = Math.abs(above - aboveLeft);
  const toAbove = Math.abs(left - aboveLeft);
  const toBoth = Math.abs(left + above - 2 * aboveLeft);
  if (toLeft <= toAbove && toLeft <= toBoth) return left;
  return toAbove <= toBoth ? above : aboveLeft;
}
