import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openExperimentData } from 'captcha-lab/experiments';
import { writeGeneratedSet } from 'captcha-lab/generator';

describe('openExperimentData, without EMNIST', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-stand-in-'));
    await writeFile(path.join(folder, 'package.json'), '{ "name": "captcha-lab-workspace" }');
    await writeGeneratedSet(path.join(folder, 'drawn'), { count: 3, seed: 5 });
    await cp(path.join(folder, 'drawn'), path.join(folder, 'own'), { recursive: true });
    await rm(path.join(folder, 'own', 'manifest.json'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const options = (
    data: string,
    more: Record<string, string> = {},
  ): Parameters<typeof openExperimentData>[0] => ({
    from: folder,
    environment: { CAPTCHA_DATA: data, ...more },
    handwriting: true,
    standIns: 2,
  });

  it('lets plain characters stand in beside generated CAPTCHAs, and says so', async () => {
    const { data } = await openExperimentData(options('drawn'));
    assert.equal(data.handwriting?.name, 'plain characters, standing in for EMNIST');
    assert.equal(data.handwriting.set.count, 2 * 19);
    const { data: again } = await openExperimentData(options('drawn'));
    assert.deepEqual(again.handwriting, data.handwriting);
  });

  it('lets nothing stand in beside real CAPTCHAs', async () => {
    await assert.rejects(openExperimentData(options('own')), { name: 'DatasetError' });
  });

  it('lets nothing stand in for a folder that was named or is there', async () => {
    await assert.rejects(openExperimentData(options('drawn', { CAPTCHA_EMNIST: 'nowhere' })), {
      name: 'DatasetError',
    });
    await mkdir(path.join(folder, 'emnist'));
    await assert.rejects(openExperimentData(options('drawn')), { name: 'DatasetError' });
  });
});
