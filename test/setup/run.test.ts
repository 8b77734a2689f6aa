import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { COMMANDS, jsonNote, MOVED, setUpOptions, unfitFolder, unsupportedNode } from '../../scripts/run.cjs';

const ROOT = path.resolve(__dirname, '../..');
const LAUNCHER = path.join(ROOT, 'scripts', 'run.cjs');
const { engines, scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  engines: { node: string };
  scripts: Record<string, string>;
};

describe('setUpOptions', () => {
  it('sets everything up, the compiled library too, before notebooks are refreshed, and little before they are checked', () => {
    assert.deepEqual(setUpOptions('notebooks', ['refresh', '04-a-first-network.ipynb']), ['--for', 'start']);
    assert.deepEqual(setUpOptions('notebooks', ['check']), ['--for', 'notebooks']);
  });

  it('sets up packages alone before a help', () => {
    assert.deepEqual(setUpOptions('notebooks', ['refresh', '--help']), ['--only', 'packages']);
  });
});

describe('jsonNote', () => {
  const npm = { npm_lifecycle_event: 'doctor' };

  it('tells of the lines that npm puts before JSON, and how to be without them, whichever the command', () => {
    const note = jsonNote('doctor', ['--json'], npm) ?? '';
    assert.match(note, /^note: npm has put lines .*: npm run --silent doctor -- --json$/);
    assert.match(jsonNote('read', ['a.png', '--json'], npm) ?? '', /--silent read -- a\.png --json$/);
  });

  it('is silent where there is nothing to tell: no JSON, no npm, a silent one, a terminal, a help', () => {
    assert.equal(jsonNote('doctor', [], npm), undefined);
    assert.equal(jsonNote('doctor', ['--json'], {}), undefined);
    assert.equal(jsonNote('doctor', ['--json'], { ...npm, npm_config_loglevel: 'silent' }), undefined);
    assert.equal(jsonNote('doctor', ['--json'], npm, true), undefined);
    assert.equal(jsonNote('doctor', ['--json', '--help'], npm), undefined);
  });

  it('leaves JSON and nothing else on the output of npm run --silent doctor', () => {
    const { stdout, stderr } = spawnSync('npm', ['run', '--silent', 'doctor', '--', '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    assert.equal(stderr, '');
    assert.ok(Array.isArray((JSON.parse(stdout) as { checks: unknown }).checks));
  });
});

describe('unfitFolder', () => {
  it('says of every command that Node loads nothing from a path with a backslash', () => {
    assert.match(
      unfitFolder('/home/me/a\\b', '/') ?? '',
      /^the path of this folder, \/home\/me\/a\\b, has a "\\", .*; move or clone the project to a path without it/,
    );
    assert.equal(unfitFolder('C:\\Users\\me', '\\'), undefined);
    assert.equal(unfitFolder("/home/me/50% #1 '$HOME' é", '/'), undefined);
  });

  it('is asked before Node is', { skip: path.sep === '\\' && 'a backslash separates folders here' }, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-back\\slash-'));
    try {
      mkdirSync(path.join(folder, 'scripts'));
      copyFileSync(LAUNCHER, path.join(folder, 'scripts', 'run.cjs'));
      copyFileSync(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
      const { status, stderr } = spawnSync(process.execPath, ['scripts/run.cjs', 'doctor'], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.equal(status, 1);
      assert.match(stderr, /^error: the path of this folder, [^\n]* has a "\\"[^\n]*\n$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('unsupportedNode', () => {
  for (const version of ['v20.19.0', 'v20.20.2', 'v22.13.0', 'v24.21.0', 'v26.10.0']) {
    it(`takes ${version}`, () => {
      assert.equal(unsupportedNode(version, engines.node), undefined);
    });
  }
  for (const version of ['v0.12.18', 'v18.20.8', 'v20.18.3', 'v22.12.0', 'v23.11.0', 'v27.0.0']) {
    it(`refuses ${version} in one sentence with the remedy`, () => {
      const sentence = unsupportedNode(version, engines.node) ?? '';
      assert.match(
        sentence,
        new RegExp(`^Node ${version.slice(1)} is not supported: .* install one of them .*\\.$`),
      );
    });
  }
});

describe('the launcher', () => {
  const run = (...args: string[]) => spawnSync(process.execPath, [LAUNCHER, ...args], { encoding: 'utf8' });

  it('lists the commands for --help', () => {
    const { status, stdout } = run('--help');
    assert.equal(status, 0);
    for (const name of Object.keys(COMMANDS)) assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
  });

  it('lists the commands for one it does not know, and fails', () => {
    const { status, stderr } = run('strat');
    assert.equal(status, 1);
    assert.match(stderr, /^error: there is no command "strat"\.\n/);
    assert.match(stderr, /^ {2}start /m);
  });

  it('tells where a command went that had another name, and fails', () => {
    const { status, stderr } = run('study', 'list');
    assert.equal(status, 1);
    assert.match(stderr, /^error: `npm run study` is `npm run readers` now, .*CAPTCHA_PROFILE=study/);
  });

  it('has a file for each command, and knows each script of package.json', () => {
    for (const { file } of Object.values(COMMANDS))
      assert.ok(existsSync(path.join(ROOT, 'scripts', file)), file);
    for (const [name, line] of Object.entries(scripts)) {
      assert.equal(line, `node scripts/run.cjs ${name}`);
      assert.ok(name in COMMANDS || name in MOVED, name);
    }
  });

  it('keeps to syntax that the oldest Node reads', () => {
    const source = readFileSync(LAUNCHER, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'/gm, 's');
    assert.doesNotMatch(source, /=>|`|\b(?:let|const|class|async|import)\b|,\s*\)|catch\s*\{|\?\?|\?\./);
  });

  for (const name of ['test', 'setup', 'doctor', 'check-nodes', 'check-setup']) {
    it(`explains ${name} for --help without setting anything up`, () => {
      const { status, stdout } = run(name, '--help');
      assert.equal(status, 0);
      assert.match(stdout, /^Usage: /);
    });
  }
});
