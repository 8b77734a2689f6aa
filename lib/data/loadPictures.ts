import type { Captcha } from './captcha';
import { DatasetError } from './datasetError';
import { surveyPictures, type SurveyPicturesOptions } from './surveyPictures';

export interface LoadPicturesOptions extends SurveyPicturesOptions {
  /** What a bad file does: end the loading with all bad files listed (`throw`, the default) or be left out
   *  with a warning (`skip`). */
  readonly onBad?: 'throw' | 'skip';
  /** Called for each thing that is to be said of pictures that were read (transparency, a fault that leaves all pixels in place), and
   *  once naming the files left out when `onBad` is `skip`; default `console.warn`. */
  readonly onWarning?: (message: string) => void;
}

/** The labelled pictures of a folder, of one scheme when one is given: see `surveyPictures` for what is read and in which order.
 *  Throws DatasetError when the folder cannot be listed or has no pictures, or listing all files that cannot be used. Under `skip`
 *  the same when all are. */
export async function loadPictures(
  folder: string,
  { onBad = 'throw', onWarning = console.warn, ...options }: LoadPicturesOptions = {},
): Promise<Captcha[]> {
  if ((onBad as string) !== 'throw' && (onBad as string) !== 'skip') {
    throw new TypeError(`loadPictures: onBad must be 'throw' or 'skip', got ${JSON.stringify(onBad)}.`);
  }
  const { pictures, problems, remarks, files } = await surveyPictures(folder, options);
  for (const remark of remarks) onWarning(remark);
  if (problems.length === 0) return [...pictures];
  const context = `CAPTCHAs in ${folder} (${problems.length} of ${files} files are bad)`;
  if (pictures.length === 0 || onBad === 'throw') {
    const advice = pictures.length === 0 ? undefined : "To leave them out, pass onBad: 'skip'.";
    throw new DatasetError(context, problems, { advice });
  }
  onWarning(`Left out: ${new DatasetError(context, problems).message}`);
  return [...pictures];
}
