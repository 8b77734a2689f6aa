import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';

/** Left edge of the first character's patch: two pixels before the text starts. */
export const TEXT_LEFT = 26;

/** Width of a glyph's patch; the widest letters have 36 pixels. */
export const GLYPH_WIDTH = 40;

/** A character in one of its looks, learnt from pictures. */
export interface LearntGlyph {
  readonly character: string;
  /** Number of the look, from 0; only looks of one character are told apart by it. */
  readonly look: number;
  /** 50 x 40 (rows x columns), ink from 0 to 1; right of `advance` it holds what is common to the characters that follow. */
  readonly ink: Float32Array;
  /** Pixels from its start to that of the next character. */
  readonly advance: number;
}

/** Prices of a pixel that differs: ink that a text would have and the picture has not cannot be explained; ink that it would not
 *  have may be a noise curve. */
const MISSING = 3;
const EXTRA = 0.6;
const MOST_EXTRA = 0.8;

/** How badly a picture (ink, bytes) and predicted ink (0 to 1) agree at one pixel. @internal */
export function misfitOf(seen: number, predicted: number): number {
  const difference = seen / 255 - predicted;
  return difference < 0 ? -MISSING * difference : EXTRA * Math.min(difference, MOST_EXTRA);
}

/** How badly the first columns of a glyph fit a picture at `x`. @internal */
export function misfitAt(
  picture: Uint8Array,
  { ink }: LearntGlyph,
  { x, columns }: { x: number; columns: number },
): number {
  let sum = 0;
  for (let row = 0; row < CAPTCHA_HEIGHT; row++) {
    for (let column = 0; column < columns; column++) {
      const seen = x + column < CAPTCHA_WIDTH ? picture[row * CAPTCHA_WIDTH + x + column] : 0;
      sum += misfitOf(seen, ink[row * GLYPH_WIDTH + column]);
    }
  }
  return sum;
}
