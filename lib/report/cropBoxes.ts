import type { Box } from '../image';
import { REPORT } from './report';

/** The five boxes, left to right, in which the report looks for the characters of a CAPTCHA. */
export function cropBoxes(): Box[] {
  return [...REPORT.boxes];
}
