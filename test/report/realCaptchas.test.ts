import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readImage } from 'captcha-lab/image';
import { cropCharacters, preprocess } from 'captcha-lab/report';
import { openCvCases } from '../openCvCases';
import { sharedFolder } from '../sharedFolder';

interface HashCase {
  file: string;
  threshold: number;
  crops: string;
}

const EXPECTED = openCvCases<HashCase>('preprocess/captcha-hashes.json');
const FOLDER = process.env.CAPTCHA_DATA
  ? path.resolve(process.env.CAPTCHA_DATA)
  : path.join(sharedFolder(), 'data', 'captchas');

/** Why the report's data set cannot be checked, or false when it can. */
function reasonToSkip(): string | false {
  if (!existsSync(FOLDER)) return `needs the report's 1070 CAPTCHAs (CAPTCHA_DATA): no ${FOLDER}`;
  const files = new Set(readdirSync(FOLDER));
  const missing = EXPECTED.filter(({ file }) => !files.has(file)).length;
  return missing > 0 && `needs the report's 1070 CAPTCHAs: ${FOLDER} lacks ${missing} of them`;
}

describe('preprocess on the data set of the report', () => {
  it('makes all 5350 crops as OpenCV does', { skip: reasonToSkip() }, async () => {
    if (process.env.OPENCV_FIXTURES === undefined) assert.equal(EXPECTED.length * 5, 5350);
    const wrong: string[] = [];
    for (const { file, threshold, crops } of EXPECTED) {
      const cleaned = preprocess(await readImage(path.join(FOLDER, file)));
      const hash = createHash('sha256');
      for (const { data } of cropCharacters(cleaned.clean)) hash.update(data);
      if (cleaned.threshold !== threshold || hash.digest('hex') !== crops) wrong.push(file);
    }
    assert.deepEqual(wrong, []);
  });
});
