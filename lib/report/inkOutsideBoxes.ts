import type { GreyImage } from '../image';
import { inkOutside } from '../preprocess';
import { REPORT } from './report';

/** Share of a clean CAPTCHA's ink that none of the report's boxes covers: see `inkOutside`. */
export function inkOutsideBoxes(clean: GreyImage): number {
  return inkOutside(clean, REPORT.boxes);
}
