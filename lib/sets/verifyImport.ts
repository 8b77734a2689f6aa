import { rm } from 'node:fs/promises';
import path from 'node:path';
import { CLASSES } from '../report';
import { DatasetError, type DatasetProblem } from '../data';
import { describeCopies } from '../data';
import { EMNIST_FORMS } from './chooseEmnist';
import { findEmnist } from './findEmnist';
import { frequencies } from '../report';
import { listPictures } from '../data';
import { loadCaptchas } from '../report';
import { loadEmnist } from './loadEmnist';
import { readIdx } from './readIdx';
import { TABLE_I } from '../report';

/** What `verifyImport` found; see `ImportResult`. */
export interface Verified {
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  /** Pictures that were removed. */
  readonly badFiles: readonly DatasetProblem[];
}

/** CAPTCHAs in the Kaggle set, and pictures in EMNIST balanced: 47 classes x 2400 and x 400. */
const CAPTCHAS = 1070;
const EMNIST = { train: 112_800, test: 18_800 };

/** How `verifyImport` treats bad pictures, and whom it tells how far it is. */
export interface VerifyOptions {
  readonly onBad: 'throw' | 'skip';
  readonly onProgress: (done: number, total: number) => void;
}

/** Reads a data set as the notebooks will, and compares its counts with the published ones. Another count is no error
 *  but is noted, and so are pictures that are the same. Under `skip` bad pictures are removed from the folder. Throws DatasetError for what
 *  cannot be read. */
export async function verifyImport(
  folder: string,
  kind: 'captchas' | 'emnist',
  options: VerifyOptions,
): Promise<Verified> {
  return kind === 'captchas' ? verifyCaptchas(folder, options) : verifyEmnist(folder, options);
}

async function verifyCaptchas(folder: string, { onBad, onProgress }: VerifyOptions): Promise<Verified> {
  let badFiles: readonly DatasetProblem[] = [];
  const remarks: string[] = [];
  // The folder is a temporary one, and the file names say enough.
  const onWarning = (text: string): number => remarks.push(`${text.replace(` in ${folder}`, '')}.`);
  const captchas = await loadCaptchas(folder, { onProgress, onWarning }).catch(async (error: unknown) => {
    if (!(error instanceof DatasetError)) throw error;
    // The folder is a temporary one, so only the list of files is of use.
    const bad = new DatasetError('CAPTCHAs', error.problems, { cause: error });
    if (onBad === 'throw') throw bad;
    badFiles = error.problems;
    if (badFiles.length >= (await listPictures(folder)).length) throw bad;
    for (const { file } of badFiles) await rm(path.join(folder, file));
    remarks.length = 0;
    return loadCaptchas(folder, { onWarning });
  });
  const table = frequencies(captchas);
  const exact = TABLE_I.every(({ count }, index) => table[index].count === count);
  const notes = ['Every picture was decoded, every label checked.', ...remarks, ...describeCopies(captchas)];
  if (captchas.length !== CAPTCHAS) {
    notes.push(`The Kaggle set has ${CAPTCHAS} CAPTCHAs; these are ${captchas.length}.`);
  }
  notes.push(exact ? "The report's Table I comes out exactly." : "The report's Table I does not come out.");
  return { counts: { captchas: captchas.length }, notes, badFiles };
}

async function verifyEmnist(folder: string, { onProgress }: VerifyOptions): Promise<Verified> {
  onProgress(0, 1);
  const { train, test } = await loadEmnist(folder);
  onProgress(1, 1);
  const files = await findEmnist(folder, EMNIST_FORMS);
  const counts = {
    train: (await readIdx(files.train.labels, { dimensions: 1 })).shape[0],
    test: (await readIdx(files.test.labels, { dimensions: 1 })).shape[0],
  };
  const notes = [
    `Every file is whole; ${train.count} + ${test.count} pictures are of the ${CLASSES} characters.`,
  ];
  const expected = files.form === 'prepared' ? { train: CLASSES * 2400, test: CLASSES * 400 } : EMNIST;
  if (counts.train !== expected.train || counts.test !== expected.test) {
    notes.push(
      `The published set has ${expected.train} + ${expected.test} pictures; these are ${counts.train} + ${counts.test}.`,
    );
  }
  return { counts, notes, badFiles: [] };
}
