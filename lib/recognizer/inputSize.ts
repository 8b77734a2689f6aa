import type { Scheme } from '../scheme';

/** Height to which pictures are scaled: strokes are then some pixels wide whatever the scheme's size, and four poolings leave 3 rows. */
export const INPUT_HEIGHT = 48;

/** Pixels to a column, after the one pooling across. At 4, letters that touch were read as one more often. */
const COLUMN = 2;

/** Pixels that a character of a text should have at least: columns for itself and a blank before it, and room to spare. */
const PIXELS_A_CHARACTER = 16;

/** Widest input: 16 characters at most, more for longer texts only. */
const WIDEST = 256;

/** Size of the network's input for pictures of a scheme. */
export interface InputSize {
  readonly height: number;
  readonly width: number;
  /** Columns, each 2 pixels wide, that name a character or none. */
  readonly columns: number;
}

/** Pictures keep their shape, but are drawn out where their texts would not find columns enough, and pressed together where they are
 *  far longer than their texts need. */
export function inputSize({ width, height, length }: Pick<Scheme, 'width' | 'height' | 'length'>): InputSize {
  const least = PIXELS_A_CHARACTER * (length.max + 1);
  const natural = 4 * Math.round((INPUT_HEIGHT * width) / height / 4);
  const drawn = Math.max(least, Math.min(natural, Math.max(WIDEST, least)));
  return { height: INPUT_HEIGHT, width: drawn, columns: drawn / COLUMN };
}
