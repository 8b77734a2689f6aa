import { paeth } from './unfilterBytes';

/** Undoes the filter of a row of 4-byte pixels, which begins at byte `start` of `filtered`. `row` holds the row before (zeros for the
 *  first), and then this one: red, green and blue of a pixel in a number's lowest three bytes, red lowest. The three are treated at
 *  once. Transparency is dropped.
 *  Throws Error for a filter that PNG does not know. Source: PNG specification (ISO/IEC 15948), 9.2 filter types.
 *  @internal */
export function unfilterRgba(filter: number, row: Int32Array, filtered: DataView, start: number): void {
  let left = 0;
  let aboveLeft = 0;
  let at = start;
  switch (filter) {
    case 0:
      for (let x = 0; x < row.length; x++, at += 4) row[x] = filtered.getInt32(at, true) & 0xffffff;
      return;
    case 1:
      for (let x = 0; x < row.length; x++, at += 4) {
        row[x] = left = sum(filtered.getInt32(at, true), left);
      }
      return;
    case 2:
      for (let x = 0; x < row.length; x++, at += 4) row[x] = sum(filtered.getInt32(at, true), row[x]);
      return;
    case 3:
      for (let x = 0; x < row.length; x++, at += 4) {
        row[x] = left = sum(filtered.getInt32(at, true), average(left, row[x]));
      }
      return;
    case 4:
      for (let x = 0; x < row.length; x++, at += 4) {
        const above = row[x];
        row[x] = left = sum(filtered.getInt32(at, true), nearest(left, above, aboveLeft));
        aboveLeft = above;
      }
      return;
    default:
      throw new Error(`damaged: a row has filter ${filter}, and there are 0 to 4`);
  }
}

/** Sums of bytes, modulo 256: seven bits are added, which cannot carry into the next byte, the eighth by exclusive or. */
function sum(one: number, other: number): number {
  return ((one & 0x7f7f7f) + (other & 0x7f7f7f)) ^ ((one ^ other) & 0x808080);
}

/** Averages of bytes, rounded down: the bits they share, and half of those they do not. */
function average(one: number, other: number): number {
  return (one & other) + (((one ^ other) & 0xfefefe) >> 1);
}

function nearest(left: number, above: number, aboveLeft: number): number {
  const red = paeth(left & 255, above & 255, aboveLeft & 255);
  const green = paeth((left >> 8) & 255, (above >> 8) & 255, (aboveLeft >> 8) & 255);
  return red | (green << 8) | (paeth(left >> 16, above >> 16, aboveLeft >> 16) << 16);
}
