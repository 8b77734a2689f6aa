import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { trackedFiles } from '../../scripts/check/trackedFiles.mjs';
import { sharedFolder } from '../sharedFolder';

const ROOT = path.resolve(__dirname, '../..');

describe('the folder of data outside the clone', () => {
  it('is the one that CAPTCHA_SHARED names, else shared beside the clone', () => {
    assert.equal(sharedFolder({ CAPTCHA_SHARED: '/data/lab' }), path.resolve('/data/lab'));
    assert.equal(sharedFolder({ CAPTCHA_SHARED: 'mine' }), path.join(ROOT, 'mine'));
    assert.equal(sharedFolder({ CAPTCHA_SHARED: '' }), path.resolve(ROOT, '../shared'));
    assert.equal(sharedFolder({}), path.resolve(ROOT, '../shared'));
  });

  it('is named in one place for the tests, and by the same variable in .ci/run and the check of OpenCV', () => {
    const naming = trackedFiles(ROOT)
      .filter((name) => /\.(ts|mjs|cjs|sh|yml)$|^\.ci\//.test(name))
      .filter((name) => /\.\.\/shared\b/.test(readFileSync(path.join(ROOT, name), 'utf8')));
    for (const name of naming)
      assert.match(readFileSync(path.join(ROOT, name), 'utf8'), /CAPTCHA_SHARED/, `${name} looks elsewhere`);
  });
});
