import type { GreyRow } from './unfilterGrey';

/** What filters make of a row of 255, as its first value and all others; for the first row, above which all is zero, and for later
 *  ones, when the row above is 255 too. Source: PNG specification (ISO/IEC 15948), 9.2. */
const FILTERED_255 = {
  first: [
    [255, 255],
    [255, 0],
    [255, 255],
    [255, 128],
    [255, 0],
  ],
  later: [
    [255, 255],
    [255, 0],
    [0, 0],
    [128, 0],
    [0, 0],
  ],
} as const;

/** Whether alpha, the last byte of each pixel, is 255 throughout a row that is still filtered, when it was so in the rows above.
 *  @internal */
export function isOpaqueRow(filter: number, { filtered, start, bytes, first, width }: GreyRow): boolean {
  const [expected, rest] = FILTERED_255[first === 0 ? 'first' : 'later'][filter];
  const begin = start + bytes - 1;
  if (filtered[begin] !== expected) return false;
  const end = begin + bytes * width;
  for (let at = begin + bytes; at < end; at += bytes) if (filtered[at] !== rest) return false;
  return true;
}
