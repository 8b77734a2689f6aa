import type { GreyImage } from '../image';

/** Width and height of the data set's pictures, in pixels. */
export const CAPTCHA_WIDTH = 200;
export const CAPTCHA_HEIGHT = 50;

/** One labelled CAPTCHA. */
export interface Captcha {
  /** File name with extension, without its folder: `226md.png`. */
  readonly file: string;
  /** Five characters of the alphabet. */
  readonly label: string;
  /** 200 x 50 grey bytes. */
  readonly image: GreyImage;
}
