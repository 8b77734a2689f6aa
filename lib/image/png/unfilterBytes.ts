import { paeth } from './paeth';

/** Undoes the filter of a row of `bytes` bytes a pixel, in place. `above` is the row before, unfiltered; zeros for the first. The
 *  first pixel has nothing to its left, and is done apart to keep the question out of the loops.
 *  Throws Error for a filter that PNG does not know. Source: PNG specification (ISO/IEC 15948), 9.2 filter types.
 *  @internal */
export function unfilterBytes(
  filter: number,
  row: Uint8Array,
  { above, bytes }: { above: Uint8Array; bytes: number },
): void {
  const { length } = row;
  switch (filter) {
    case 0:
      return;
    case 1:
      for (let at = bytes; at < length; at++) row[at] += row[at - bytes];
      return;
    case 2:
      for (let at = 0; at < length; at++) row[at] += above[at];
      return;
    case 3:
      for (let at = 0; at < bytes; at++) row[at] += above[at] >> 1;
      for (let at = bytes; at < length; at++) row[at] += (row[at - bytes] + above[at]) >> 1;
      return;
    case 4:
      for (let at = 0; at < bytes; at++) row[at] += above[at];
      for (let at = bytes; at < length; at++) {
        row[at] += paeth(row[at - bytes], above[at], above[at - bytes]);
      }
      return;
    default:
      throw new Error(`damaged: a row has filter ${filter}, and there are 0 to 4`);
  }
}
