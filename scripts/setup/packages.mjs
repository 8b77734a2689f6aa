import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findNpm, npmEnvironment } from './findNpm.mjs';
import { runProcess } from './runProcess.mjs';
import { SetupError } from './setupError.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { toolFailure } from './toolFailure.mjs';

const FETCH = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=8000'];

/** What is wanted, read once: the lockfile's packages and a fingerprint of all that decides what is installed. */
export function wantedPackages(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const name of ['package.json', path.join('lib', 'package.json')]) {
    hash.update(readFileSync(path.join(root, name)));
  }
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return { packages: JSON.parse(lock).packages, fingerprint: hash.update(lock).digest('hex') };
}

/** Paths of the wanted packages whose folder is not there. Optional ones are left to npm: each system has its own. */
export function missingPackages(root, packages) {
  return Object.entries(packages)
    .filter(([name, entry]) => name.includes('node_modules/') && !entry.optional)
    .map(([name]) => name)
    .filter((name) => !existsSync(path.join(root, name, 'package.json')));
}

/** Whether a plain `npm install` put exactly the wanted versions there: npm lists what it did in a lockfile of its own,
 *  written last. */
export function installedByHand(root, packages) {
  const hidden = readStamp(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!hidden) return false;
  return Object.entries(packages).every(
    ([name, entry]) =>
      !name.includes('node_modules/') ||
      entry.optional ||
      entry.link ||
      hidden[name]?.version === entry.version,
  );
}

/** Step: node_modules as package-lock.json has it. */
export const packagesStep = {
  name: 'packages',
  title: 'npm packages',
  room: ({ paths }) => [{ folder: paths.root, bytes: 1e9 }],

  missing({ paths }) {
    const { packages, fingerprint } = wantedPackages(paths.root);
    if (readStamp(paths.packagesStamp)?.fingerprint !== fingerprint) return 'not installed for this lockfile';
    return missingPackages(paths.root, packages)[0];
  },

  async run({ paths, env, abort, log }) {
    const { packages, fingerprint } = wantedPackages(paths.root);
    // Tells our own half-done installation from one that somebody made with `npm install`.
    const unfinished = path.join(paths.state, 'packages-unfinished');
    const stamp = { fingerprint, platform: process.platform, arch: process.arch };
    const other = readStamp(paths.packagesStamp);
    const sameSystem = !other || (other.platform === process.platform && other.arch === process.arch);
    const whole = () =>
      missingPackages(paths.root, packages).length === 0 && installedByHand(paths.root, packages);
    if (sameSystem && !existsSync(unfinished) && whole()) {
      writeStamp(paths.packagesStamp, stamp);
      return 'as npm installed them';
    }
    writeFileSync(unfinished, '');
    rmSync(paths.packagesStamp, { force: true });
    const [command, ...first] = findNpm({ env });
    const args = [
      'ci',
      '--include=dev',
      '--include=optional',
      '--ignore-scripts',
      '--loglevel=error',
      '--no-progress',
    ];
    const result = await runProcess(command, [...first, ...args, ...FETCH], {
      cwd: paths.root,
      env: npmEnvironment(env),
      guarded: true,
      abort,
      log,
    });
    if (result.code !== 0) {
      throw toolFailure('npm could not install the packages', result, log);
    }
    const [missing] = missingPackages(paths.root, packages);
    if (missing) throw new SetupError(`npm ended well, yet left ${missing} out; run the same command again.`);
    writeStamp(paths.packagesStamp, stamp);
    rmSync(unfinished, { force: true });
    return `${Object.keys(packages).length - 2} packages`;
  },
};
