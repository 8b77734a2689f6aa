import { existsSync } from 'node:fs';
import path from 'node:path';
import { EMNIST_FORMS, type EmnistForm } from './chooseEmnist';
import { findEmnist } from './findEmnist';
import { countLeftOut } from './leftOut';
import { listPictures } from '../data';
import { readIdx } from './readIdx';

/** One data set in the project's `data`. */
export interface SurveyedData {
  readonly folder: string;
  /** `{ captchas }`, or `{ train, test }` of EMNIST, all classes counted; null when it is absent or broken. */
  readonly counts: Readonly<Record<string, number>> | null;
  /** Bad files that the import left out, where it did. */
  readonly leftOut?: number;
  /** Which files of EMNIST there are. */
  readonly form?: EmnistForm;
  /** Why the folder, though there, cannot be used. */
  readonly fault?: string;
}

/** What `surveyData` found. */
export interface DataSurvey {
  readonly captchas: SurveyedData;
  readonly emnist: SurveyedData;
  readonly generated: SurveyedData;
}

/** Tells which data sets lie in `folder` (the project's `data`): real CAPTCHAs, EMNIST, generated CAPTCHAs. It counts
 *  and does not verify: pictures are not decoded. */
export async function surveyData(folder: string): Promise<DataSurvey> {
  const pictures = (name: string): Promise<SurveyedData> =>
    survey(path.join(folder, name), async (at) => {
      const leftOut = countLeftOut(at);
      return { counts: { captchas: (await listPictures(at)).length }, ...(leftOut > 0 && { leftOut }) };
    });
  return {
    captchas: await pictures('captchas'),
    emnist: await survey(path.join(folder, 'emnist'), async (at) => {
      const { form, train, test } = await findEmnist(at, EMNIST_FORMS);
      const count = async (file: string): Promise<number> =>
        (await readIdx(file, { dimensions: 1 })).shape[0];
      return { form, counts: { train: await count(train.labels), test: await count(test.labels) } };
    }),
    generated: await pictures('generated'),
  };
}

async function survey(
  folder: string,
  look: (folder: string) => Promise<Omit<SurveyedData, 'folder'>>,
): Promise<SurveyedData> {
  if (!existsSync(folder)) return { folder, counts: null };
  try {
    return { folder, ...(await look(folder)) };
  } catch (error) {
    return { folder, counts: null, fault: (error as Error).message };
  }
}
