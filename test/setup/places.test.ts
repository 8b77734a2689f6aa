import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { cacheFolderName, makeWorkFolder, openCacheFolder } from '../../scripts/setup/cacheFolder.mjs';
import { requireSpace } from '../../scripts/setup/diskSpace.mjs';
import { relocateVenv, scriptStart } from '../../scripts/setup/relocateVenv.mjs';
import { filesAreWhole, readStamp, writeStamp } from '../../scripts/setup/stamp.mjs';
import { readEntry, shelve } from '../../scripts/setup/tensorflowCache.mjs';
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

describe('relocateVenv', () => {
  const from = '/old/place/kit/.venv';

  it('starts scripts by a shell where the path has a space or is long', () => {
    assert.equal(scriptStart('/new/.venv/bin/python'), '#!/new/.venv/bin/python\n');
    assert.match(
      scriptStart('/new place/.venv/bin/python'),
      /^#!\/bin\/sh\n'''exec' "\/new place\/.venv\/bin\/python" /,
    );
    assert.match(scriptStart(`/${'x'.repeat(126)}`), /^#!\/bin\/sh\n/);
  });

  it('gives scripts their new Python, and leaves programs and other files alone', () => {
    const scripts = path.join(folder, 'bin');
    const files = {
      'jupyter-lab': `#!${from}/bin/python\nimport sys\n`,
      pip: `#!/bin/sh\n'''exec' "${from}/bin/python" "$0" "$@"\n' '''\nimport sys\n`,
      activate: `VIRTUAL_ENV="${from}"\n`,
      other: '#!/bin/sh\necho hello\n',
      program: `\u007fELF\0${from}`,
    };
    writeFiles(scripts, files);
    const changed = relocateVenv(scripts, {
      from,
      to: '/new place/.venv',
      python: '/new place/.venv/bin/python',
    });
    assert.deepEqual(changed.sort(), ['activate', 'jupyter-lab', 'pip']);
    const read = (name: string) => readFileSync(path.join(scripts, name), 'utf8');
    const start = scriptStart('/new place/.venv/bin/python');
    assert.equal(read('jupyter-lab'), `${start}import sys\n`);
    assert.equal(read('pip'), `${start}import sys\n`);
    assert.equal(read('activate'), 'VIRTUAL_ENV="/new place/.venv"\n');
    assert.equal(read('other'), files.other);
    assert.equal(read('program'), files.program);
  });
});

describe('stamps', () => {
  it('come back as written, and half of one is none', () => {
    const file = path.join(folder, 'stamps', 'one.json');
    assert.equal(readStamp(file), undefined);
    writeStamp(file, { a: 1 });
    assert.deepEqual(readStamp(file), { a: 1 });
    assert.deepEqual(readdirSync(path.dirname(file)), ['one.json']);
    writeFiles(folder, { 'stamps/one.json': '{"a": 1' });
    assert.equal(readStamp(file), undefined);
  });

  it('hold files to their sizes', () => {
    writeFiles(folder, { 'whole/a': '123' });
    assert.ok(filesAreWhole(path.join(folder, 'whole'), { a: 3 }));
    assert.ok(!filesAreWhole(path.join(folder, 'whole'), { a: 4 }));
    assert.ok(!filesAreWhole(path.join(folder, 'whole'), { a: 3, b: 0 }));
  });
});

describe('the cache shelf', () => {
  const entry = (name: string, content: string) => {
    const made = path.join(folder, 'made', name);
    writeFiles(made, {
      'lib/libx.so.2': content,
      'entry.json': '{"source":"x 1","files":{"lib/libx.so.2":3}}',
    });
    return made;
  };

  it('takes an entry whole, and the first of two', () => {
    const place = path.join(folder, 'shelf', 'x-1');
    shelve(entry('first', 'abc'), place);
    shelve(entry('second', 'xyz'), place);
    assert.deepEqual(readEntry(place), { folder: place, source: 'x 1', libraries: ['libx.so.2'] });
    assert.equal(readFileSync(path.join(place, 'lib', 'libx.so.2'), 'utf8'), 'abc');
  });

  it('replaces an entry that is not whole', () => {
    const place = path.join(folder, 'shelf', 'x-2');
    writeFiles(place, { 'lib/libx.so.2': 'ab', 'entry.json': '{"source":"x","files":{"lib/libx.so.2":3}}' });
    assert.equal(readEntry(place), undefined);
    shelve(entry('third', 'abc'), place);
    assert.ok(readEntry(place));
  });
});
