import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Scheme } from '../scheme';
import type { Captcha } from './captcha';
import { checkText } from './checkText';
import { createFileReader } from './createFileReader';
import type { DatasetProblem } from './datasetError';
import { describeRemarks, type Remark } from './describeRemarks';
import { labelOfName } from './labelOfName';
import { listPictures } from './listPictures';
import { LABEL_TABLE, readLabelTable } from './readLabelTable';
import { readPicture } from './readPicture';

export interface SurveyPicturesOptions {
  /** The scheme that pictures must be of; without one any size and text will do, so that `schemeOf` can infer it. */
  readonly scheme?: Scheme;
  /** How a file's name becomes its text, or what is wrong with it; default `labelOfName`. A labels.csv goes before it. */
  readonly labelOf?: (file: string) => string | DatasetProblem;
  /** Called after each file with how many of them are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What a folder of labelled pictures holds. */
export interface PictureSurvey {
  readonly pictures: readonly Captcha[];
  /** What cannot be used, and why. */
  readonly problems: readonly DatasetProblem[];
  /** What is to be said of pictures that can be used: a sentence for each fault, and for transparency. */
  readonly remarks: readonly string[];
  /** Pictures looked at. */
  readonly files: number;
}

/** Files after which others get their turn. Files this small are read synchronously: a promise each would cost more than the
 *  reading, and 16 take some milliseconds. */
const AT_ONCE = 16;

/** Reads every picture directly in `folder` (see `listPictures`) with its text: from `labels.csv` beside them when there is one (see
 *  `readLabelTable`), else from its name. Order: by file name, compared character code by character code, the same on every machine.
 *  Lists the files that cannot be used: unreadable, damaged, of another size than the scheme's, with a text it does not have, in the
 *  table but not in the folder or the other way round. Throws DatasetError when the folder cannot be listed, has no pictures, or its
 *  table is bad. */
export async function surveyPictures(
  folder: string,
  { scheme, labelOf = (file) => labelOfName(file, scheme), onProgress }: SurveyPicturesOptions = {},
): Promise<PictureSurvey> {
  const files = await listPictures(folder);
  const table = await readLabelTable(folder);
  const results = new Array<Captcha | DatasetProblem>(files.length);
  const remarks: Remark[] = [];
  const read = createFileReader();
  const inside = path.join(folder, path.sep);
  for (let index = 0; index < files.length; index++) {
    const file = files[index];
    const label = table === undefined ? labelOf(file) : inTable(table, file, scheme);
    results[index] =
      typeof label === 'string' ? await readPicture(inside, { file, label, read, scheme, remarks }) : label;
    onProgress?.(index + 1, files.length);
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
  const there = new Set(files);
  const absent = [...(table?.keys() ?? [])]
    .filter((file) => !there.has(file))
    .map((file) => ({
      file,
      rule: `a file of ${LABEL_TABLE} must lie beside it`,
      received: 'no such picture',
      remedy: 'Check the name, upper and lower case too.',
    }));
  return {
    pictures: results.filter((result): result is Captcha => 'image' in result),
    problems: [...results.filter((result): result is DatasetProblem => 'rule' in result), ...absent],
    remarks: describeRemarks(folder, remarks),
    files: files.length,
  };
}

function inTable(table: ReadonlyMap<string, string>, file: string, scheme?: Scheme): string | DatasetProblem {
  const text = table.get(file);
  if (text !== undefined) return checkText(file, text, scheme);
  const rule = `the picture must have a line in ${LABEL_TABLE}`;
  return { file, rule, received: 'none', remedy: `Add one, or take ${LABEL_TABLE} away to use file names.` };
}
