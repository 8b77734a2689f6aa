import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { findCompiler } from '../../scripts/setup/compileBinding.mjs';
import { findNpm, npmEnvironment } from '../../scripts/setup/findNpm.mjs';
import { pipEnvironment } from '../../scripts/setup/jupyter.mjs';
import { createReporter } from '../../scripts/setup/reporter.mjs';
import { runProcess } from '../../scripts/setup/runProcess.mjs';
import { answers, ownLibraryAddress } from '../../scripts/setup/tensorflowOwn.mjs';
import { explainLoad } from '../../scripts/setup/verifyTensorFlow.mjs';
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

describe('runProcess', () => {
  it('resolves with code, signal and what was printed, line by line too', async () => {
    const lines: string[] = [];
    const script = "console.log('one'); console.error('two'); process.exit(3)";
    const result = await runProcess(process.execPath, ['-e', script], { onLine: (line) => lines.push(line) });
    assert.equal(result.code, 3);
    assert.deepEqual(lines.sort(), ['one', 'two']);
  });

  it('gives code 127 for a program that is not there', async () => {
    assert.equal((await runProcess(path.join(folder, 'nothing'), [])).code, 127);
    assert.equal((await runProcess(path.join(folder, 'nothing'), [], { guarded: true })).code, 127);
  });

  it('ends a guarded program when asked', async () => {
    const stop = new AbortController();
    const running = runProcess(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      guarded: true,
      abort: stop.signal,
    });
    setTimeout(() => {
      stop.abort();
    }, 300);
    assert.notEqual((await running).code, 0);
  });

  it('takes a guarded program, and what it started, down with a parent that is killed', posix, async () => {
    const beat = path.join(folder, 'beat');
    const tick = `setInterval(() => require('node:fs').appendFileSync(${JSON.stringify(beat)}, '.'), 20)`;
    const inner = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(tick)}])`;
    const module = path.resolve(__dirname, '../../scripts/setup/runProcess.mjs');
    writeFiles(folder, {
      'parent.mjs': `import { runProcess } from ${JSON.stringify(`file://${encodeURI(module)}`)};
        await runProcess(process.execPath, ['-e', ${JSON.stringify(inner)}], { guarded: true });`,
    });
    const parent = spawn(process.execPath, [path.join(folder, 'parent.mjs')], { stdio: 'inherit' });
    while (!existsSync(beat)) await sleep(50);
    parent.kill('SIGKILL');
    let length = -1;
    // It ends within moments; how many is the machine's affair.
    while (length !== readFileSync(beat).length) {
      length = readFileSync(beat).length;
      await sleep(500);
    }
  });
});

describe('createReporter', () => {
  it('prints a line for each finished step, and none for one that failed', () => {
    const printed: string[] = [];
    let time = 0;
    const reporter = createReporter({ stream: { write: (text) => printed.push(text) }, now: () => time });
    const one = reporter.start('one');
    const two = reporter.start('two');
    time = 61_400;
    one.done('3 files');
    two.fail();
    reporter.close();
    assert.deepEqual(printed.slice(1), ['  ok one: 3 files (61 s)\n']);
  });
});

describe("tfjs-node's own download", () => {
  it('has an address for each system it is made for', () => {
    const address = (platform: string, arch: string, env = {}) => ownLibraryAddress({ env, platform, arch });
    assert.match(address('linux', 'x64') ?? '', /libtensorflow-cpu-linux-x86_64-2\.9\.1\.tar\.gz$/);
    assert.match(address('win32', 'x64') ?? '', /libtensorflow-cpu-windows-x86_64-2\.9\.1\.zip$/);
    assert.match(address('darwin', 'arm64') ?? '', /darwin_arm64_cpu\.tar\.gz$/);
    assert.equal(address('linux', 'ia32'), undefined);
    const mirror = { TFJS_NODE_CDN_STORAGE: 'http://mirror/' };
    assert.match(address('linux', 'x64', mirror) ?? '', /^http:\/\/mirror\/tensorflow\/libtensorflow\//);
  });

  it('counts as reachable only when the file is announced in time', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/there') response.end();
      if (request.url === '/gone') response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    assert.equal(await answers(`${host}/there`), true);
    assert.equal(await answers(`${host}/gone`), false);
    assert.equal(await answers(`${host}/silent`, { timeout: 100 }), false);
    server.closeAllConnections();
    server.close();
    assert.equal(await answers(`${host}/there`), false);
  });
});

describe('explainLoad', () => {
  it('tells an old processor, an old system and a damaged file apart', () => {
    assert.match(explainLoad({ output: '', signal: 'SIGILL' }).problem, /AVX/);
    const old = "Error: /lib/libm.so.6: version `GLIBC_2.27' not found (required by x)";
    assert.deepEqual(explainLoad({ output: old, signal: null }), {
      problem: "it needs GLIBC_2.27, newer than this system's; use a newer system (Ubuntu 20.04 or later)",
      hopeless: true,
    });
    const short = 'node:internal/x\n  throw\nError: x.node: file too short\n    at y';
    assert.deepEqual(explainLoad({ output: short, signal: null }), {
      problem: 'Error: x.node: file too short',
      hopeless: false,
    });
  });
});
