import type { Scheme } from '../scheme';

/** Sides of a character's crop, in pixels. Source: report IV. */
export const CROP_WIDTH = 21;
export const CROP_HEIGHT = 38;

/** Left upper pixel of the first crop; the others follow every `CROP_WIDTH` pixels. Source: report IV. */
export const CROP_X = 30;
export const CROP_Y = 12;

/** The report's CAPTCHAs, the Kaggle set: the alphabet in the order of Table I, the cleaning and the boxes of section IV. */
export const REPORT: Scheme & Required<Pick<Scheme, 'boxes'>> = {
  name: 'report',
  width: 200,
  height: 50,
  alphabet: '2345678bcdefgmnpwxy',
  length: { min: 5, max: 5 },
  clean: [
    { step: 'otsu' },
    { step: 'dilate', rows: 3, columns: 3 },
    { step: 'erode', rows: 3, columns: 3 },
    { step: 'dilate', rows: 3, columns: 1 },
  ],
  boxes: Array.from({ length: 5 }, (_, position) => ({
    x: CROP_X + CROP_WIDTH * position,
    y: CROP_Y,
    width: CROP_WIDTH,
    height: CROP_HEIGHT,
  })),
};
