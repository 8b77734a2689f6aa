import { CAPTCHA_LENGTH } from '../data';
import type { Box } from '../image';

/** Width and height of a character's crop, in pixels. Source: report IV. */
export const CROP_WIDTH = 21;
export const CROP_HEIGHT = 38;

/** Left upper pixel of the first crop; the others follow every `CROP_WIDTH` pixels. Source: report IV. */
export const CROP_X = 30;
export const CROP_Y = 12;

/** The five boxes, left to right, in which the report looks for the characters of a 200 x 50 CAPTCHA. */
export function cropBoxes(): Box[] {
  return Array.from({ length: CAPTCHA_LENGTH }, (_, position) => ({
    x: CROP_X + CROP_WIDTH * position,
    y: CROP_Y,
    width: CROP_WIDTH,
    height: CROP_HEIGHT,
  }));
}
