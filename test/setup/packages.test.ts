import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { installedByHand, missingPackages, packagesStep } from '../../scripts/setup/packages.mjs';
import { pathsOf } from '../../scripts/setup/paths.mjs';
import { setUp } from '../../scripts/setup/setUp.mjs';
import { createReporter } from '../../scripts/setup/reporter.mjs';
import { temporaryFolder, writeFiles } from './temporaryFolder';

const folder = temporaryFolder();
const LOCK = {
  packages: {
    '': { name: 'x' },
    lib: { version: '1.0.0' },
    'node_modules/kit': { link: true },
    'node_modules/one': { version: '1.2.3' },
    'node_modules/one/node_modules/two': { version: '2.0.0' },
    'node_modules/other-system': { version: '1.0.0', optional: true },
  },
};
const INSTALL = `
const { mkdirSync, writeFileSync } = require('node:fs');
for (const name of ['kit', 'one', 'one/node_modules/two']) {
  mkdirSync('node_modules/' + name, { recursive: true });
  writeFileSync('node_modules/' + name + '/package.json', '{}');
}`;
const quiet = createReporter({ stream: { write: () => true } });
let count = 0;

/** A clone whose npm is the script `npm`; it notes its arguments in the file npm-calls. */
function clone(npm: string) {
  const root = path.join(folder, `clone ${++count}`);
  const lock = JSON.stringify(LOCK);
  const note = "require('node:fs').appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');";
  writeFiles(root, { 'package.json': '{}', 'lib/package.json': '{}', 'package-lock.json': lock });
  writeFiles(root, { 'npm-cli.js': `${note}\n${npm}` });
  const env = { ...process.env, npm_execpath: path.join(root, 'npm-cli.js') };
  const calls = () =>
    existsSync(path.join(root, 'npm-calls')) ? readFileSync(path.join(root, 'npm-calls'), 'utf8') : '';
  return { root, calls, run: () => setUp({ root, env, names: ['packages'], reporter: quiet }) };
}

describe('missingPackages', () => {
  it('names the packages without a folder, except those of other systems', () => {
    const { root } = clone('');
    writeFiles(root, { 'node_modules/one/package.json': '{}', 'node_modules/kit/package.json': '{}' });
    assert.deepEqual(missingPackages(root, LOCK.packages), ['node_modules/one/node_modules/two']);
  });
});

describe('installedByHand', () => {
  const hidden = (two: string) =>
    JSON.stringify({
      packages: {
        'node_modules/one': { version: '1.2.3' },
        'node_modules/one/node_modules/two': { version: two },
      },
    });

  it('wants every version as the lockfile has it', () => {
    const { root } = clone('');
    assert.equal(installedByHand(root, LOCK.packages), false);
    writeFiles(root, { 'node_modules/.package-lock.json': hidden('2.0.0') });
    assert.equal(installedByHand(root, LOCK.packages), true);
    writeFiles(root, { 'node_modules/.package-lock.json': hidden('2.0.1') });
    assert.equal(installedByHand(root, LOCK.packages), false);
  });
});

describe('the packages step', () => {
  it('runs npm ci once, development packages included, scripts off', async () => {
    const { run, calls } = clone(INSTALL);
    await run();
    assert.deepEqual(await run(), []);
    assert.match(calls(), /^ci --include=dev .*--ignore-scripts .*\n$/);
  });

  it('installs again when a package is gone or the lockfile has changed', async () => {
    const { root, run, calls } = clone(INSTALL);
    await run();
    writeFiles(root, { 'lib/package.json': '{"version":"2"}' });
    await run();
    assert.equal(calls().split('\n').length, 3);
    assert.equal(packagesStep.missing({ paths: pathsOf(root), env: {} }), undefined);
  });

  it('tells in one sentence that there is no network, and repairs it later', async () => {
    const { root, run } = clone("console.error('npm error code ENOTFOUND'); process.exit(1);");
    await assert.rejects(run(), {
      name: 'SetupError',
      message:
        'npm could not install the packages: the package registry cannot be reached; check the network, or the proxy and ' +
        'registry settings of npm and pip; then run the same command again (details in .cache/setup/packages.log).',
    });
    writeFiles(root, { 'npm-cli.js': INSTALL });
    assert.deepEqual(await run(), ['packages']);
  });

  it('does not trust what a failed npm ci left, however whole it looks', async () => {
    const whole = {
      packages: {
        'node_modules/one': { version: '1.2.3' },
        'node_modules/one/node_modules/two': { version: '2.0.0' },
      },
    };
    const { root, run, calls } = clone(
      `${INSTALL}\nconsole.error('npm error code ENOSPC'); process.exit(1);`,
    );
    await assert.rejects(run(), /the disk is full/);
    writeFiles(root, { 'node_modules/.package-lock.json': JSON.stringify(whole) });
    writeFiles(root, {
      'npm-cli.js': `require('node:fs').appendFileSync('npm-calls', 'again\\n'); ${INSTALL}`,
    });
    await run();
    assert.match(calls(), /again/);
  });

  it("keeps what a person's npm install put there", async () => {
    const { root, run, calls } = clone(INSTALL);
    const hidden = {
      packages: {
        'node_modules/one': { version: '1.2.3' },
        'node_modules/one/node_modules/two': { version: '2.0.0' },
      },
    };
    writeFiles(root, {
      'node_modules/.package-lock.json': JSON.stringify(hidden),
      'node_modules/kit/package.json': '{}',
      'node_modules/one/package.json': '{}',
      'node_modules/one/node_modules/two/package.json': '{}',
    });
    assert.deepEqual(await run(), ['packages']);
    assert.equal(calls(), '');
  });

  it('does not believe an npm that left something out', async () => {
    const { run } = clone('');
    await assert.rejects(
      run(),
      /npm ended well, yet left node_modules.kit out; run the same command again\./,
    );
  });
});
