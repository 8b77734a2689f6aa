import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH, type Captcha } from './captcha';
import { createFileReader } from './createFileReader';
import { DatasetError, type DatasetProblem } from './datasetError';
import { describeRemarks, type Remark } from './describeRemarks';
import type { LabelRule } from './labelOfFile';
import { listPictures } from './listPictures';
import { readLabel } from './readLabel';
import { readPicture } from './readPicture';

export interface LoadCaptchasOptions {
  /** How names become labels; default `report`. See `LabelRule`. */
  readonly labels?: LabelRule;
  /** What a bad file does: end the loading with all bad files listed (`throw`, the default) or be left out
   *  with a warning (`skip`). */
  readonly onBad?: 'throw' | 'skip';
  /** Called after each file with how many of them are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called for each thing that is to be said of pictures that were read (transparency, a fault that leaves all pixels in place), and
   *  once naming the files left out when `onBad` is `skip`; default `console.warn`. */
  readonly onWarning?: (message: string) => void;
}

/** Files after which others get their turn. Files this small are read synchronously: a promise each would cost more than the
 *  reading, and 16 take some milliseconds. */
const AT_ONCE = 16;

/** Reads the labelled CAPTCHAs of a folder: every file directly in it that is named as a picture (see `isPictureName`), 200 x 50
 *  pixels, named by label. Other files, names that begin with a dot and sub-folders are ignored.
 *  Order: by file name, compared character code by character code, so it is the same on every machine.
 *  Throws DatasetError when the folder is missing, not a folder, unreadable or without pictures; or listing all
 *  files that are unreadable, damaged, of another size or badly named. Under `skip` the same when all are. */
export async function loadCaptchas(
  folder: string,
  { labels = 'report', onBad = 'throw', onProgress, onWarning = console.warn }: LoadCaptchasOptions = {},
): Promise<Captcha[]> {
  if ((onBad as string) !== 'throw' && (onBad as string) !== 'skip') {
    throw new TypeError(`loadCaptchas: onBad must be 'throw' or 'skip', got ${JSON.stringify(onBad)}.`);
  }
  if ((labels as string) !== 'report' && (labels as string) !== 'corrected') {
    throw new TypeError(
      `loadCaptchas: labels must be 'report' or 'corrected', got ${JSON.stringify(labels)}.`,
    );
  }
  const files = await listPictures(folder);
  const results = new Array<Captcha | DatasetProblem>(files.length);
  const remarks: Remark[] = [];
  const scheme = { width: CAPTCHA_WIDTH, height: CAPTCHA_HEIGHT };
  const read = createFileReader();
  const inside = path.join(folder, path.sep);
  for (let index = 0; index < files.length; index++) {
    const file = files[index];
    const label = readLabel(file, labels);
    results[index] =
      typeof label === 'string' ? await readPicture(inside, { file, label, read, scheme, remarks }) : label;
    onProgress?.(index + 1, files.length);
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }

  for (const remark of describeRemarks(folder, remarks)) onWarning(remark);
  const captchas = results.filter((result): result is Captcha => 'image' in result);
  const problems = results.filter((result): result is DatasetProblem => 'rule' in result);
  if (problems.length === 0) return captchas;
  const context = `CAPTCHAs in ${folder} (${problems.length} of ${files.length} files are bad)`;
  if (captchas.length === 0 || onBad === 'throw') {
    const advice = captchas.length === 0 ? undefined : "To leave them out, pass onBad: 'skip'.";
    throw new DatasetError(context, problems, { advice });
  }
  onWarning(`Left out: ${new DatasetError(context, problems).message}`);
  return captchas;
}
