import { REPORT } from './report';

/** Width and height of the data set's pictures, in pixels. */
export const CAPTCHA_WIDTH = REPORT.width;
export const CAPTCHA_HEIGHT = REPORT.height;
