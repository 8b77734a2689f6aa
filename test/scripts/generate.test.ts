import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../data/temporaryFolder';

const ROOT = path.resolve(__dirname, '../..');
const COMMAND = ['--import', 'tsx', 'scripts/generate.ts'];

function generate(here: string, ...args: readonly string[]) {
  const env = { ...process.env, INIT_CWD: here, DEBUG: '' };
  const options = { cwd: ROOT, env, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], options);
  return { status, stdout, stderr };
}

describe('npm run generate', () => {
  it('draws where the user is, once, and keeps what it drew before', (test) => {
    const here = temporaryFolder(test);
    const first = generate(here, '--count', '12', '--seed', '7', '--out', 'set', '--steps');
    assert.deepEqual(
      [first.status, first.stdout, first.stderr],
      [0, `Drew 12 CAPTCHAs into ${path.join(here, 'set')}.\n`, 'Drawing: 12 of 12\n'],
    );
    assert.equal(readdirSync(path.join(here, 'set')).length, 14);

    const again = generate(here, '--count', '12', '--seed', '7', '--out', 'set', '--steps', '--json');
    const { folder, drawn, pictures, recipe } = JSON.parse(again.stdout) as {
      folder: string;
      drawn: boolean;
      pictures: number;
      recipe: { seed: number };
    };
    assert.deepEqual([folder, drawn, pictures, recipe.seed], [path.join(here, 'set'), false, 12, 7]);

    const other = generate(here, '--out', 'set');
    assert.deepEqual([other.status, other.stdout], [1, '']);
    assert.match(
      other.stderr,
      /^error: Generated set: .*another set \(12 pictures, seed 7\).* See --force in --help\.\n$/,
    );
    assert.equal(generate(here, '--count', '2', '--out', 'set', '--force').status, 0);
    assert.equal(readdirSync(path.join(here, 'set')).length, 3);
  });

  it('draws a given text in given fonts and says when the notebooks cannot load it', (test) => {
    const here = temporaryFolder(test);
    const font = path.join(ROOT, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');
    const { status, stdout } = generate(
      here,
      '--text',
      'Hé',
      '--count',
      '2',
      '--font',
      font,
      '--no-noise',
      '--out',
      'o',
    );
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^Drew 2 CAPTCHAs into .*\nThe notebooks cannot load them: "Hé" does not begin with 5 of/,
    );
    assert.equal(readdirSync(path.join(here, 'o')).length, 3);
  });

  it('fails with one line for what it cannot do, and helps', (test) => {
    const here = temporaryFolder(test);
    mkdirSync(path.join(here, 'full'));
    writeFileSync(path.join(here, 'full', 'mine.png'), 'mine');
    for (const [args, message] of [
      [['--out', 'full'], /did not write: mine\.png\./],
      [[], /required option '--out <dir>' not specified/],
      [
        ['--out', 'x', '--count', '0'],
        /'--count <n>' argument '0' is invalid\. It must be a whole number from 1 to 1000000/,
      ],
      [['--out', 'x', '--count', '1e3'], /argument '1e3' is invalid/],
      [['--out', 'x', '--count', '1000001'], /argument '1000001' is invalid/],
      [['--out', 'x', '--seed', '1.5'], /argument '1\.5' is invalid\. It must be a whole number/],
      [['--out', 'x', '--seed', '1e3'], /argument '1e3' is invalid/],
      [['--out', 'x', '--font', 'none.ttf'], /Font .*none\.ttf: cannot be read \(nothing there\)/],
      [['--out', 'x', '--text', 'nnnnnnnnn'], /must end by x = 195/],
      [['--out', 'x', '--nonsense'], /unknown option/],
    ] as const) {
      const { status, stdout, stderr } = generate(here, ...args);
      assert.deepEqual([status, stdout], [1, ''], args.join(' '));
      assert.match(stderr, message);
      assert.match(stderr, /^error: .*\n$/);
    }
    assert.deepEqual(readdirSync(here), ['full']);
    assert.match(generate(here, '--help').stdout, /Usage: npm run generate -- [\s\S]*Examples:/);
  });

  it(
    'says so when files cannot be written, and clears up',
    { skip: process.platform === 'win32' },
    (test) => {
      const here = temporaryFolder(test);
      // No file may be larger than a kilobyte, as on a disk that is full.
      const line = `ulimit -f 2; exec "$0" ${COMMAND.join(' ')} --count 40 --out set --steps`;
      const env = { ...process.env, INIT_CWD: here, DEBUG: '' };
      const options = { cwd: ROOT, env, encoding: 'utf8' } as const;
      const { status, stderr } = spawnSync('sh', ['-c', line, process.execPath], options);
      assert.equal(status, 1);
      assert.match(stderr, /^error: Generated set in .*set: must be writable, got .*\n$/);
      assert.deepEqual(readdirSync(here), []);
    },
  );

  it('leaves nothing behind when it is interrupted', { skip: process.platform === 'win32' }, async (test) => {
    const here = temporaryFolder(test);
    const env = { ...process.env, INIT_CWD: here, DEBUG: '' };
    const args = [...COMMAND, '--count', '100000', '--out', 'set'];
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    while (!readdirSync(here).some((name) => name.startsWith('set.drawing-'))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const exit = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGINT');
    assert.equal(await exit, 1);
    assert.equal(stderr, `error: stopped; ${path.join(here, 'set')} is as it was.\n`);
    assert.deepEqual(readdirSync(here), []);
  });
});
