import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { READER_FOLDS, readerFolder, SCRATCH, TRANSFER } from 'captcha-lab/experiments';
import { GENERATED_RECIPE, TUNING_RECIPE } from 'captcha-lab/reader';

const ROOT = path.resolve(__dirname, '../..');

/** Seed of the drawn pictures among which real ones are learnt. */
export const DRAWN_SEED = 2;

/** What all that the study keeps depends on: the weights of the reader that tuning begins with, and the recipes. What was made with
 *  another stamp is not taken for done. 16 hexadecimal digits. */
export function studyStamp(): string {
  const weights = path.join(ROOT, readerFolder('generated'), 'weights.bin');
  const recipes = [GENERATED_RECIPE, TUNING_RECIPE, SCRATCH, TRANSFER, READER_FOLDS, DRAWN_SEED];
  return createHash('sha256')
    .update(readFileSync(weights))
    .update(JSON.stringify(recipes))
    .digest('hex')
    .slice(0, 16);
}
