import type { GreyImage } from '../image';

/** One labelled CAPTCHA. */
export interface Captcha {
  /** File name with extension, without its folder: `226md.png`. */
  readonly file: string;
  /** Its text: what the picture reads. */
  readonly label: string;
  /** Grey bytes. */
  readonly image: GreyImage;
}
