import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { findPython } from '../../scripts/setup/findPython.mjs';
import { temporaryFolder, writeProgram } from './temporaryFolder';

const folder = temporaryFolder();
let count = 0;

/** A PATH of stand-ins for Python that claim a version, and whether they can make virtual environments. */
function pathOf(pythons: Record<string, { version: number[]; venv?: boolean } | 'broken'>): string {
  const place = path.join(folder, String(++count));
  for (const [name, python] of Object.entries(pythons)) {
    const answer = python === 'broken' ? '' : JSON.stringify({ venv: true, executable: name, ...python });
    const lines = python === 'broken' ? ['exit 1'] : [`echo '${answer}'`];
    writeProgram(place, name, lines);
  }
  return place;
}

describe('findPython', { skip: process.platform === 'win32' && 'the stand-ins are shell scripts' }, () => {
  it('takes python3 first', async () => {
    const PATH = pathOf({ python3: { version: [3, 9, 18] }, python: { version: [3, 12, 1] } });
    assert.equal((await findPython({ env: { PATH } })).program, path.join(PATH, 'python3'));
  });

  it('goes on to a newer one when python3 is too old', async () => {
    const PATH = pathOf({ python3: { version: [3, 8, 10] }, 'python3.11': { version: [3, 11, 2] } });
    assert.deepEqual((await findPython({ env: { PATH } })).version, [3, 11, 2]);
  });

  it('goes on to one that can make virtual environments', async () => {
    const PATH = pathOf({
      python3: { version: [3, 11, 2], venv: false },
      'python3.10': { version: [3, 10, 1] },
    });
    assert.deepEqual((await findPython({ env: { PATH } })).version, [3, 10, 1]);
  });

  it('prefers a version that the locked packages were checked with, and takes a newer one if there is no other', async () => {
    const PATH = pathOf({ python3: { version: [3, 15, 0] }, 'python3.13': { version: [3, 13, 0] } });
    assert.deepEqual((await findPython({ env: { PATH } })).version, [3, 13, 0]);
    const newer = pathOf({ python3: { version: [3, 15, 0] } });
    assert.deepEqual((await findPython({ env: { PATH: newer } })).version, [3, 15, 0]);
  });

  it('takes what PYTHON names, and only that', async () => {
    const PATH = pathOf({ python3: { version: [3, 11, 2] }, other: { version: [3, 12, 0] } });
    assert.deepEqual((await findPython({ env: { PATH, PYTHON: 'other' } })).version, [3, 12, 0]);
    await assert.rejects(findPython({ env: { PATH, PYTHON: 'nothing' } }), {
      message:
        'PYTHON=nothing is not a program that can be run; set it to a Python 3.9 or newer, or unset it, and run the same command again.',
    });
  });

  it('says how to install Python when there is none', async () => {
    const PATH = pathOf({ python3: 'broken' });
    await assert.rejects(
      findPython({ env: { PATH }, platform: 'linux' }),
      /^SetupError: Python 3\.9 or newer was not found; install it \(`sudo apt install python3 python3-venv`/,
    );
  });

  it('says how to install venv when that is what is missing', async () => {
    const PATH = pathOf({ python3: { version: [3, 11, 2], venv: false } });
    await assert.rejects(
      findPython({ env: { PATH }, platform: 'linux' }),
      /^SetupError: Python 3\.11\.2 .* cannot make virtual environments; run `sudo apt install python3-venv` \(or python3\.11-venv;/,
    );
  });

  it('says that the one there is is too old', async () => {
    const PATH = pathOf({ python3: { version: [3, 8, 10] } });
    await assert.rejects(
      findPython({ env: { PATH } }),
      /^SetupError: Python 3\.8\.10 .* is too old, 3\.9 is the lowest;/,
    );
  });
});
