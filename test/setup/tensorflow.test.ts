import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { answers, ownLibraryAddress } from '../../scripts/setup/tensorflowOwn.mjs';
import { answerIn, explainLoad } from '../../scripts/setup/verifyTensorFlow.mjs';

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

describe('answerIn', () => {
  it('finds the answer among the warnings of Node 22', () => {
    const warning = '(node:7) [DEP0044] DeprecationWarning: The `util.isArray` API is deprecated.';
    const output = `${warning}\n{"version":"2.15.1","node":"v22.23.3"}\n(Use node --trace-deprecation …)\n`;
    assert.deepEqual(answerIn(output), { version: '2.15.1', node: 'v22.23.3' });
    assert.equal(answerIn(warning), undefined);
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
