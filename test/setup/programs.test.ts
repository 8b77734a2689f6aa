import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { findCompiler } from '../../scripts/setup/compileBinding.mjs';
import { findNpm, npmEnvironment } from '../../scripts/setup/findNpm.mjs';
import { pipEnvironment } from '../../scripts/setup/jupyter.mjs';
import { temporaryFolder, writeFiles, writeProgram } from './temporaryFolder';

const folder = temporaryFolder();
const posix = { skip: process.platform === 'win32' && 'the stand-ins are shell scripts' };

describe('findCompiler', posix, () => {
  it('takes c++, else g++, else clang++', () => {
    const PATH = path.join(folder, 'compilers');
    const clang = writeProgram(PATH, 'clang++', []);
    assert.deepEqual(findCompiler({ PATH }), [clang]);
    const gcc = writeProgram(PATH, 'g++', []);
    assert.deepEqual(findCompiler({ PATH }), [gcc]);
  });

  it('takes CXX with its arguments', () => {
    const PATH = path.join(folder, 'compilers');
    const wrapped = writeProgram(PATH, 'ccache', []);
    assert.deepEqual(findCompiler({ PATH, CXX: 'ccache g++' }), [wrapped, 'g++']);
  });

  it('says what to install when there is none', () => {
    assert.throws(() => findCompiler({ PATH: folder }), {
      message:
        /^a C\+\+ compiler is needed .* run `sudo apt install g\+\+` .* and run the same command again\.$/,
    });
    assert.throws(
      () => findCompiler({ PATH: folder, CXX: 'nope' }),
      /^SetupError: CXX=nope is not a program/,
    );
  });
});

describe('findNpm', () => {
  it('takes the npm that started us, not another manager', () => {
    writeFiles(folder, {
      'npm/npm-cli.js': '',
      'pnpm/pnpm.cjs': '',
      'node/lib/node_modules/npm/bin/npm-cli.js': '',
    });
    const node = path.join(folder, 'node', 'bin', 'node');
    const started = path.join(folder, 'npm', 'npm-cli.js');
    assert.deepEqual(findNpm({ env: { npm_execpath: started }, node, platform: 'linux' }), [node, started]);
    const other = findNpm({
      env: { npm_execpath: path.join(folder, 'pnpm', 'pnpm.cjs') },
      node,
      platform: 'linux',
    });
    assert.deepEqual(other, [node, path.join(folder, 'node/lib/node_modules/npm/bin/npm-cli.js')]);
  });

  it('says so when there is none', () => {
    const node = path.join(folder, 'elsewhere', 'node');
    assert.throws(
      () => findNpm({ env: { PATH: folder }, node }),
      /^SetupError: npm was not found beside Node nor on PATH/,
    );
  });
});

describe('the environments of npm and pip', () => {
  it('lose what would steer them elsewhere and keep mirrors, proxies and certificates', () => {
    const env = {
      PATH: '/bin',
      npm_config_global: 'true',
      npm_config_omit: 'dev',
      npm_config_registry: 'http://mirror/',
      npm_package_name: 'x',
      HTTPS_PROXY: 'http://proxy/',
    };
    const npm = npmEnvironment(env, '/opt/node/bin/node');
    assert.deepEqual(npm, {
      PATH: `/opt/node/bin${path.delimiter}/bin`,
      npm_config_registry: 'http://mirror/',
      HTTPS_PROXY: 'http://proxy/',
    });
    const pip = pipEnvironment({
      PIP_TARGET: '/x',
      PIP_USER: '1',
      PIP_INDEX_URL: 'http://mirror/',
      PIP_CERT: '/c',
    });
    assert.deepEqual(pip, { PIP_INDEX_URL: 'http://mirror/', PIP_CERT: '/c' });
  });
});
