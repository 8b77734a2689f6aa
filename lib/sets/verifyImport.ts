import { CLASSES } from '../report';
import { DatasetError } from '../data';
import { EMNIST_FORMS } from './chooseEmnist';
import { findEmnist } from './findEmnist';
import { frequencies } from '../report';
import { loadCaptchas } from '../report';
import { loadEmnist } from './loadEmnist';
import { readIdx } from './readIdx';
import { TABLE_I } from '../report';

/** What `verifyImport` found; see `ImportResult`. */
export interface Verified {
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

/** CAPTCHAs in the Kaggle set, and pictures in EMNIST balanced: 47 classes x 2400 and x 400. */
const CAPTCHAS = 1070;
const EMNIST = { train: 112_800, test: 18_800 };

/** Reads a data set as the notebooks will, and compares its counts with the published ones. Another count is no error
 *  but is noted. Throws DatasetError for what cannot be read. */
export async function verifyImport(
  folder: string,
  kind: 'captchas' | 'emnist',
  onProgress: (done: number, total: number) => void,
): Promise<Verified> {
  return kind === 'captchas' ? verifyCaptchas(folder, onProgress) : verifyEmnist(folder, onProgress);
}

async function verifyCaptchas(
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<Verified> {
  const captchas = await loadCaptchas(folder, { onProgress }).catch((error: unknown) => {
    // The folder is a temporary one and nothing can be skipped: only the list of files is of use.
    if (error instanceof DatasetError) throw new DatasetError('CAPTCHAs', error.problems, { cause: error });
    throw error;
  });
  const table = frequencies(captchas);
  const exact = TABLE_I.every(({ count }, index) => table[index].count === count);
  const notes = ['Every picture was decoded, every label checked.'];
  if (captchas.length !== CAPTCHAS) {
    notes.push(`The Kaggle set has ${CAPTCHAS} CAPTCHAs; these are ${captchas.length}.`);
  }
  notes.push(exact ? "The report's Table I comes out exactly." : "The report's Table I does not come out.");
  return { counts: { captchas: captchas.length }, notes };
}

async function verifyEmnist(
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<Verified> {
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
  return { counts, notes };
}
