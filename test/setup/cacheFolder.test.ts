import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { cacheFolderName, makeWorkFolder, openCacheFolder } from '../../scripts/setup/cacheFolder.mjs';
import { requireSpace } from '../../scripts/setup/diskSpace.mjs';
import { temporaryFolder, writeFiles } from './temporaryFolder';

const folder = temporaryFolder();

describe('cacheFolderName', () => {
  it("is each system's usual place, unless CAPTCHA_LAB_CACHE says otherwise", () => {
    const HOME = path.resolve('/home/ada');
    assert.equal(cacheFolderName({ HOME }, 'linux'), path.join(HOME, '.cache', 'captcha-lab'));
    assert.equal(cacheFolderName({ HOME }, 'darwin'), path.join(HOME, 'Library', 'Caches', 'captcha-lab'));
    assert.equal(cacheFolderName({ HOME, LOCALAPPDATA: folder }, 'win32'), path.join(folder, 'captcha-lab'));
    assert.equal(
      cacheFolderName({ HOME, XDG_CACHE_HOME: folder }, 'linux'),
      path.join(folder, 'captcha-lab'),
    );
    assert.equal(
      cacheFolderName({ HOME, XDG_CACHE_HOME: folder, CAPTCHA_LAB_CACHE: '/x' }),
      path.resolve('/x'),
    );
  });
});

describe('openCacheFolder', () => {
  it('makes the folder', () => {
    const wanted = path.join(folder, 'a', 'b', 'cache');
    assert.equal(openCacheFolder({ root: folder, env: { CAPTCHA_LAB_CACHE: wanted } }), wanted);
    assert.ok(existsSync(wanted));
  });

  it('takes .cache of the clone when the home cannot be written', () => {
    writeFiles(folder, { 'home as file': '' });
    const env = { HOME: path.join(folder, 'home as file') };
    const root = path.join(folder, 'clone');
    mkdirSync(root);
    assert.equal(openCacheFolder({ root, env }), path.join(root, '.cache', 'captcha-lab'));
  });

  it('refuses a CAPTCHA_LAB_CACHE that cannot be written', () => {
    writeFiles(folder, { file: '' });
    const env = { CAPTCHA_LAB_CACHE: path.join(folder, 'file', 'cache') };
    const expected =
      /^SetupError: the cache folder .* cannot be written \(ENOTDIR\); set CAPTCHA_LAB_CACHE to a folder/;
    assert.throws(() => openCacheFolder({ root: folder, env }), expected);
    assert.throws(() => openCacheFolder({ root: folder, env, make: false }), expected);
  });
});

describe('makeWorkFolder', () => {
  it('removes what dead set-ups left, and nothing of the living', () => {
    const cache = path.join(folder, 'shared');
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFiles(cache, { [`work/${hostname()}.${dead}.x/half.whl`]: '', 'work/elsewhere.1.x/half.whl': '' });
    const first = makeWorkFolder(cache);
    const second = makeWorkFolder(cache);
    const expected = ['elsewhere.1.x', path.basename(first), path.basename(second)];
    assert.deepEqual(readdirSync(path.join(cache, 'work')).sort(), expected.sort());
  });
});

describe('requireSpace', () => {
  it('adds up what goes to one disk', () => {
    const needs = [
      { folder, bytes: 2e9 },
      { folder: path.join(folder, 'not', 'made', 'yet'), bytes: 1e9 },
    ];
    requireSpace(needs, () => 3e9);
    assert.throws(
      () => {
        requireSpace(needs, () => 2.9e9);
      },
      {
        message:
          /needs about 3\.0 GB of free disk at .*, which has 2\.9 GB; free some space \(or move the cache/,
      },
    );
  });

  it('does not stand in the way where the system does not tell', () => {
    requireSpace([{ folder, bytes: 1e30 }], () => undefined);
  });
});
