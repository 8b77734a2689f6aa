import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { surveyData } from 'captcha-lab/sets';
import { writeEmnist } from './idxFiles';
import { writePictures } from '../data/pictures';
import { temporaryFolder } from '../data/temporaryFolder';

describe('surveyData', () => {
  it('counts what is there and names the folders of what is not', async (test) => {
    const folder = temporaryFolder(test);
    const at = (name: string) => path.join(folder, name);
    assert.deepEqual(await surveyData(folder), {
      captchas: { folder: at('captchas'), counts: null },
      emnist: { folder: at('emnist'), counts: null },
      generated: { folder: at('generated'), counts: null },
    });
    for (const name of ['captchas', 'emnist', 'generated']) mkdirSync(at(name));
    await writePictures(at('generated'), '22222.png', '33333.png');
    writeEmnist(at('emnist'), { labels: [0, 2, 3] });
    const survey = await surveyData(folder);
    assert.deepEqual(survey.generated, { folder: at('generated'), counts: { captchas: 2 } });
    assert.deepEqual(survey.emnist, {
      folder: at('emnist'),
      form: 'official',
      counts: { train: 3, test: 3 },
    });
    assert.equal(survey.captchas.counts, null);
    assert.match(survey.captchas.fault ?? '', /must hold pictures \(\.png, [a-z., ]* or \.bmp\) directly/);
  });
});
