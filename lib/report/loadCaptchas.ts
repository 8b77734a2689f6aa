import { loadPictures, type Captcha, type LoadPicturesOptions } from '../data';
import type { LabelRule } from './labelRule';
import { readLabel } from './readLabel';
import { REPORT } from './report';

export interface LoadCaptchasOptions extends Omit<LoadPicturesOptions, 'scheme' | 'labelOf'> {
  /** How names become labels; default `report`. See `LabelRule`. */
  readonly labels?: LabelRule;
}

/** Reads the report's labelled CAPTCHAs from a folder: `loadPictures` of the scheme `REPORT`, where anything may follow the label in a
 *  file's name. Throws as `loadPictures` does, and TypeError for another rule. */
export async function loadCaptchas(
  folder: string,
  { labels = 'report', ...options }: LoadCaptchasOptions = {},
): Promise<Captcha[]> {
  if ((labels as string) !== 'report' && (labels as string) !== 'corrected') {
    throw new TypeError(
      `loadCaptchas: labels must be 'report' or 'corrected', got ${JSON.stringify(labels)}.`,
    );
  }
  return loadPictures(folder, { ...options, scheme: REPORT, labelOf: (file) => readLabel(file, labels) });
}
