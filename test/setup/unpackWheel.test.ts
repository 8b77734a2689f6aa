import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { explainFailure } from '../../scripts/setup/explainFailure.mjs';
import { pathsOf } from '../../scripts/setup/paths.mjs';
import { temporaryFolder } from './temporaryFolder';

const ROOT = path.resolve(__dirname, '../..');
const SCRIPT = path.join(ROOT, 'scripts', 'setup', 'unpackWheel.py');
const { python } = pathsOf(ROOT);
const folder = temporaryFolder();

const MAKE = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
    for name in sys.argv[2:]:
        archive.writestr(name, name * 50)
`;

function makeWheel(name: string, files: readonly string[]): string {
  const wheel = path.join(folder, name);
  const { status, stderr } = spawnSync(python, ['-c', MAKE, wheel, ...files], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return wheel;
}

const unpack = (wheel: string, into: string) =>
  spawnSync(python, ['-I', SCRIPT, wheel, into], { encoding: 'utf8' });

describe('unpackWheel.py', { skip: !existsSync(python) && 'there is no .venv yet: npm run setup' }, () => {
  it('takes the libraries, the headers that the binding includes and the licences, nothing else', () => {
    const into = path.join(folder, 'made');
    const wheel = makeWheel('good.whl', [
      'tensorflow/libtensorflow_cc.so.2',
      'tensorflow/libtensorflow_framework.so.2',
      'tensorflow/include/tensorflow/c/eager/c_api.h',
      'tensorflow/include/tsl/platform/ctstring.h',
      'tensorflow/include/external/png/png.h',
      'tensorflow/python/keras.py',
      'tensorflow_cpu-2.15.1.dist-info/LICENSE',
      'tensorflow/include/tensorflow/c/../../../../evil.h',
    ]);
    assert.equal(unpack(wheel, into).status, 0);
    const files = readdirSync(into, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(into, path.join(entry.parentPath, entry.name)));
    assert.ok(!existsSync(path.join(folder, 'evil.h')));
    assert.deepEqual(files.sort(), [
      'LICENSE',
      'include/tensorflow/c/eager/c_api.h',
      'include/tsl/platform/ctstring.h',
      'lib/libtensorflow_cc.so.2',
      'lib/libtensorflow_framework.so.2',
    ]);
  });

  it('fails on a damaged file, which is then explained', () => {
    const wheel = makeWheel('bad.whl', ['tensorflow/libtensorflow_cc.so.2']);
    const bytes = readFileSync(wheel);
    bytes[60] ^= 0xff;
    writeFileSync(wheel, bytes);
    const { status, stderr } = unpack(wheel, path.join(folder, 'bad'));
    assert.equal(status, 1);
    assert.match(explainFailure(stderr), /a download arrived damaged/);
  });
});
