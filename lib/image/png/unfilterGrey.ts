import { paeth } from './paeth';

/** A row of colour pixels on its way into a grey picture. */
export interface GreyRow {
  readonly filtered: Uint8Array;
  /** Where in `filtered` the row begins, after its filter byte. */
  readonly start: number;
  /** Bytes a pixel: red, green and blue, and perhaps alpha. */
  readonly bytes: number;
  readonly grey: Uint8Array;
  /** Where in `grey` the row is, and where the one above it, unfiltered. */
  readonly first: number;
  readonly above: number;
  readonly width: number;
}

/** Undoes the filter of a row whose pixels have equal red, green and blue while still filtered. Filters treat each channel alike and
 *  apart, so the unfiltered ones are equal too as long as they were above, and one of them is the grey value. Alpha is left out.
 *  Returns 0; or another number when the three of a pixel differ, and then what was written has no meaning.
 *  Throws Error for a filter that PNG does not know. Source: PNG specification (ISO/IEC 15948), 9.2 filter types.
 *  @internal */
export function unfilterGrey(filter: number, row: GreyRow): number {
  // A function each: in one function, a filter that comes late would undo what was compiled for the others.
  switch (filter) {
    case 0:
      return none(row);
    case 1:
      return sub(row);
    case 2:
      return up(row);
    case 3:
      return average(row);
    case 4:
      return nearest(row);
    default:
      throw new Error(`damaged: a row has filter ${filter}, and there are 0 to 4`);
  }
}

function none({ filtered, start, bytes, grey, first, width }: GreyRow): number {
  let different = 0;
  for (let x = 0, at = start; x < width; x++, at += bytes) {
    const value = filtered[at];
    different |= (value ^ filtered[at + 1]) | (value ^ filtered[at + 2]);
    grey[first + x] = value;
  }
  return different;
}

function sub({ filtered, start, bytes, grey, first, width }: GreyRow): number {
  let different = 0;
  let left = 0;
  for (let x = 0, at = start; x < width; x++, at += bytes) {
    const value = filtered[at];
    different |= (value ^ filtered[at + 1]) | (value ^ filtered[at + 2]);
    left = (left + value) & 255;
    grey[first + x] = left;
  }
  return different;
}

function up({ filtered, start, bytes, grey, first, above, width }: GreyRow): number {
  let different = 0;
  for (let x = 0, at = start; x < width; x++, at += bytes) {
    const value = filtered[at];
    different |= (value ^ filtered[at + 1]) | (value ^ filtered[at + 2]);
    grey[first + x] = value + grey[above + x];
  }
  return different;
}

function average({ filtered, start, bytes, grey, first, above, width }: GreyRow): number {
  let different = 0;
  let left = 0;
  for (let x = 0, at = start; x < width; x++, at += bytes) {
    const value = filtered[at];
    different |= (value ^ filtered[at + 1]) | (value ^ filtered[at + 2]);
    left = (value + ((left + grey[above + x]) >> 1)) & 255;
    grey[first + x] = left;
  }
  return different;
}

function nearest({ filtered, start, bytes, grey, first, above, width }: GreyRow): number {
  let different = 0;
  let left = 0;
  let aboveLeft = 0;
  for (let x = 0, at = start; x < width; x++, at += bytes) {
    const value = filtered[at];
    different |= (value ^ filtered[at + 1]) | (value ^ filtered[at + 2]);
    const over = grey[above + x];
    left = (value + paeth(left, over, aboveLeft)) & 255;
    aboveLeft = over;
    grey[first + x] = left;
  }
  return different;
}
