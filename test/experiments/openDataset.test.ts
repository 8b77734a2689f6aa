import assert from 'node:assert/strict';
import { cp, mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDataset, projectFolder } from 'captcha-lab/experiments';
import { writeGeneratedSet } from 'captcha-lab/generator';

describe('openDataset', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-open-'));
    await writeFile(path.join(folder, 'package.json'), '{ "name": "captcha-lab-workspace" }');
    await mkdir(path.join(folder, 'notebooks'));
    await writeGeneratedSet(path.join(folder, 'drawn'), { count: 3, seed: 5 });
    // The same pictures without the manifest: somebody's own.
    await cp(path.join(folder, 'drawn'), path.join(folder, 'own'), { recursive: true });
    await rm(path.join(folder, 'own', 'manifest.json'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('takes the folder that CAPTCHA_DATA names, from where it was called', async () => {
    const from = path.join(folder, 'notebooks');
    const dataset = await openDataset({ from, environment: { CAPTCHA_DATA: '../own' } });
    assert.equal(dataset.folder, path.join(folder, 'own'));
    assert.equal(dataset.captchas.length, 3);
    assert.deepEqual([dataset.kind, dataset.name], ['real', 'own data']);
  });

  it('knows a set that the generator drew', async () => {
    const dataset = await openDataset({ environment: { CAPTCHA_DATA: path.join(folder, 'drawn') } });
    assert.deepEqual([dataset.kind, dataset.name], ['generated', 'generated data']);
  });

  it('takes what was imported before it draws anything', async () => {
    await cp(path.join(folder, 'own'), path.join(folder, 'data', 'captchas'), { recursive: true });
    const dataset = await openDataset({ from: path.join(folder, 'notebooks'), environment: {} });
    assert.equal(dataset.folder, path.join(folder, 'data', 'captchas'));
    assert.deepEqual(await readdir(path.join(folder, 'data')), ['captchas']);
  });

  it('names the folder that CAPTCHA_DATA names in vain', async () => {
    await assert.rejects(
      openDataset({ from: folder, environment: { CAPTCHA_DATA: 'nowhere' } }),
      (error: Error) => error.name === 'DatasetError' && error.message.includes(path.join(folder, 'nowhere')),
    );
  });

  it('says what to do outside of the project', async () => {
    await assert.rejects(openDataset({ from: tmpdir(), environment: {} }), /Set CAPTCHA_DATA to a folder/);
  });

  it('finds the project from any folder within it', () => {
    assert.equal(projectFolder(path.join(folder, 'notebooks')), folder);
    assert.equal(projectFolder(tmpdir()), undefined);
  });
});
