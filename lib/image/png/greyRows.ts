import { isOpaqueRow } from './isOpaqueRow';
import type { PngHeader } from './readPngHeader';
import { unfilterGrey } from './unfilterGrey';

/** The grey values of a PNG file's rows where they are 8 bits a sample, not interlaced, of equal red, green and blue and opaque, as
 *  nearly all pictures of text are; undefined for others. Colours and transparency are compared while still filtered, which is a
 *  third of the work of unfiltering them.
 *  Throws Error when a row has a filter that PNG does not know.
 *  @internal */
export function greyRows(
  filtered: Buffer,
  { width, height, bits, colourType, samples, interlaced }: PngHeader,
): Uint8Array | undefined {
  const isPalette = colourType === 3;
  if (bits !== 8 || interlaced || isPalette) return undefined;
  const grey = new Uint8Array(width * height);
  const [green, blue] = samples < 3 ? [0, 0] : [1, 2];
  const hasAlpha = samples % 2 === 0;
  // Above the first row all is zero, as that row itself still is when it is read.
  let above = 0;
  for (let first = 0, start = 0; first < grey.length; first += width, start += samples * width + 1) {
    const filter = filtered[start];
    const row = { filtered, start: start + 1, bytes: samples, green, blue, grey, first, above, width };
    if (unfilterGrey(filter, row) !== 0 || (hasAlpha && !isOpaqueRow(filter, row))) return undefined;
    above = first;
  }
  return grey;
}
