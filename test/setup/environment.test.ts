import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { WHEEL } from '../../scripts/setup/tensorflowWheel.mjs';

const ROOT = path.resolve(__dirname, '../..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
const page = read('environment.md');

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly license?: string;
}

/** The rows of the page's table under a heading: cells without their marks. */
function tableUnder(heading: string): string[][] {
  const [, rest] = page.split(`### ${heading}\n`);
  const section = rest.split(/^#+ /m)[0];
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));
}

describe('environment.md', () => {
  for (const manifest of ['package.json', 'lib/package.json']) {
    it(`has each package of ${manifest} with its version and licence, and no other`, () => {
      const { dependencies, devDependencies } = JSON.parse(read(manifest)) as Manifest;
      const wanted = Object.entries({ ...dependencies, ...devDependencies });
      const rows = tableUnder(manifest);
      assert.deepEqual(
        rows.map(([, name, version]) => `${name} ${version}`).sort(),
        wanted.map((pair) => pair.join(' ')).sort(),
      );
      for (const [, name, , licence, reason] of rows) {
        const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as Manifest;
        if (!license?.startsWith('SEE')) assert.equal(licence, license, name);
        assert.ok(reason.length > 3, `${name} has no reason`);
      }
    });
  }

  it('has the Python packages with the versions that are locked', () => {
    const asked = read('scripts/requirements.in').match(/^[a-z]+/gm) ?? [];
    const rows = tableUnder('scripts/requirements.in');
    assert.deepEqual(rows.map(([, name]) => name).sort(), [...asked].sort());
    const locked = read('scripts/requirements.txt');
    for (const [, name, versions] of rows) {
      for (const version of versions.split(' / '))
        assert.ok(locked.includes(`\n${name}==${version} `), `${name} ${version}`);
    }
  });

  it('names the wheel that is fetched', () => {
    assert.ok(
      page.includes(`\`${WHEEL.name}\` ${WHEEL.version} from PyPI (${Math.round(WHEEL.bytes / 1e6)} MB)`),
    );
  });

  it('explains each requirement that the doctor checks', () => {
    const doctor = read('scripts/doctor/programChecks.mjs') + read('scripts/doctor/setupChecks.mjs');
    const names = [...doctor.matchAll(/(?:^ {4}name: |stepCheck\()'([^']+)'/gm)].map(([, name]) => name);
    assert.ok(names.length > 12);
    const cells = page.match(/^\| [^|]+/gm)?.flatMap((cell) => cell.slice(2).split(',')) ?? [];
    for (const name of names)
      assert.ok(
        cells.some((cell) => cell.trim() === name),
        name,
      );
  });

  it('names only files that are there', () => {
    const names = [...page.matchAll(/`((?:scripts|lib|test|data|\.devcontainer|\.binder)\/?[\w./-]*)`/g)].map(
      ([, name]) => name,
    );
    const made = /^(lib\/dist|data\/captchas)$/;
    for (const name of names.filter((each) => !made.test(each)))
      assert.ok(existsSync(path.join(ROOT, name)), name);
    for (const [, name] of page.matchAll(/\]\((?!http|#)([^)]+)\)/g))
      assert.ok(existsSync(path.join(ROOT, name)), name);
  });
});

describe('the locked Python packages', () => {
  it('name no index, and each has a hash', () => {
    const locked = read('scripts/requirements.txt');
    assert.doesNotMatch(locked, /:\/\/|--index|--find-links/);
    const packages = locked.split(/^(?=[a-z0-9-]+==)/m).slice(1);
    for (const each of packages) assert.match(each, /--hash=sha256:[0-9a-f]{64}/);
  });
});
