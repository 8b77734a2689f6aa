import { isOpaqueRow } from './isOpaqueRow';
import type { PngHeader } from './readPngHeader';
import { unfilterBytes } from './unfilterBytes';
import { unfilterGrey } from './unfilterGrey';

const GREY = 0;
const COLOUR = 2;
const COLOUR_WITH_ALPHA = 6;

/** The grey values of a PNG file's rows where they are 8 bits a sample, not interlaced, grey or of equal red, green and blue, and opaque,
 *  as nearly all pictures of text are; undefined for others. Colours and transparency are compared while still filtered, which is a
 *  third of the work of unfiltering them.
 *  Throws Error when a row has a filter that PNG does not know.
 *  @internal */
export function greyRows(
  filtered: Buffer,
  { width, height, bits, colourType, interlaced }: PngHeader,
): Uint8Array | undefined {
  if (bits !== 8 || interlaced) return undefined;
  const grey = new Uint8Array(width * height);
  if (colourType === GREY) {
    let above = new Uint8Array(width);
    for (let first = 0, start = 0; first < grey.length; first += width, start += width + 1) {
      const row = grey.subarray(first, first + width);
      row.set(filtered.subarray(start + 1, start + 1 + width));
      unfilterBytes(filtered[start], row, { above, bytes: 1 });
      above = row;
    }
    return grey;
  }
  if (colourType !== COLOUR && colourType !== COLOUR_WITH_ALPHA) return undefined;
  const bytes = colourType === COLOUR ? 3 : 4;
  // Above the first row all is zero, as that row itself still is when it is read.
  let above = 0;
  for (let first = 0, start = 0; first < grey.length; first += width, start += bytes * width + 1) {
    const filter = filtered[start];
    const row = { filtered, start: start + 1, bytes, grey, first, above, width };
    if (unfilterGrey(filter, row) !== 0 || (bytes === 4 && !isOpaqueRow(filter, row))) return undefined;
    above = first;
  }
  return grey;
}
