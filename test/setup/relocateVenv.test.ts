import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { relocateVenv, scriptStart } from '../../scripts/setup/relocateVenv.mjs';
import { temporaryFolder, writeFiles } from './temporaryFolder';

const folder = temporaryFolder();

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
