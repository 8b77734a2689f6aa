import type { Scheme } from '../scheme';

/** Height to which pictures are scaled: strokes are then some pixels wide whatever the scheme's size, and four poolings leave 3 rows. */
export const INPUT_HEIGHT = 48;

/** Columns that a text of n characters should have at least: each its own, a blank before each, and room to spare. */
const COLUMNS_A_CHARACTER = 4;

/** Widest input: 64 columns for 16 characters at most, more for longer texts only. */
const WIDEST = 256;

/** Size of the network's input for pictures of a scheme. */
export interface InputSize {
  readonly height: number;
  readonly width: number;
  /** Columns, each 4 pixels wide, that name a character or none. */
  readonly columns: number;
}

/** Pictures keep their shape, but are drawn out where their texts would not find columns enough, and pressed together where they are
 *  far longer than their texts need. */
export function inputSize({ width, height, length }: Pick<Scheme, 'width' | 'height' | 'length'>): InputSize {
  const least = COLUMNS_A_CHARACTER * (length.max + 1);
  const natural = Math.round((INPUT_HEIGHT * width) / height / 4);
  const columns = Math.max(least, Math.min(natural, Math.max(WIDEST / 4, least)));
  return { height: INPUT_HEIGHT, width: 4 * columns, columns };
}
