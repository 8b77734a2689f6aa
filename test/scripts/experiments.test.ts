import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeGeneratedSet } from 'captcha-lab/generator';
import { temporaryFolder } from '../data/temporaryFolder';

const ROOT = path.resolve(__dirname, '../..');
const COMMAND = ['--import', 'tsx', 'scripts/experiments.ts'];

function environment(here: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    INIT_CWD: here,
    DEBUG: '',
    CAPTCHA_PROFILE: '',
    CAPTCHA_DATA: '',
    CAPTCHA_EMNIST: '',
  };
}

function experiments(here: string, ...args: readonly string[]) {
  const options = { cwd: ROOT, env: environment(here), encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], options);
  return { status, stdout, stderr };
}

describe('npm run experiments', () => {
  it('lists the nine, their figures and the audits', (test) => {
    const { status, stdout } = experiments(temporaryFolder(test));
    assert.equal(status, 0);
    for (const name of [
      'adam',
      'sgd',
      'dropout25',
      'dropout50',
      'smaller',
      'bigger',
      'emnist',
      'augmented',
      'final',
    ]) {
      assert.match(stdout, new RegExp(`^${name} .* Table `, 'm'));
    }
    assert.match(stdout, /^adam-scaled /m);
  });

  it('plans the share of a task without touching anything', (test) => {
    const here = temporaryFolder(test);
    const plans = ['0/2', '1/2'].map((task) => {
      const { stdout } = experiments(here, 'all', '--seeds', '2', '--task', task, '--plan', '--json');
      return (JSON.parse(stdout) as { run: string }[]).map(({ run }) => run);
    });
    assert.equal(new Set(plans.flat()).size, 18);
    assert.equal(plans.flat().length, 18);
    assert.deepEqual(readdirSync(here), []);
  });

  const mistakes: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown experiment', ['sgdd'], /no experiment "sgdd"; there are adam, sgd/],
    [
      'an unknown profile',
      ['sgd', '--profile', 'fast'],
      /'fast' is invalid. Allowed choices are quick, study, paper/,
    ],
    ['no seeds', ['sgd', '--seeds', '0'], /'0' is invalid. It must be a number of seeds from 1/],
    ['seeds that are none', ['sgd', '--seeds', '1,x'], /It must be a number of seeds/],
    ['a task beyond the last', ['sgd', '--task', '8/8'], /It must be I\/N with I from 0 to N - 1/],
    ['a data folder that is not there', ['sgd', '--data', 'nowhere'], /nowhere/],
    ['nothing to export', ['--results', 'nowhere', '--export', 'csv'], /no results to export/],
  ];
  for (const [what, args, message] of mistakes) {
    it(`says in one line what is wrong with ${what}`, (test) => {
      const here = temporaryFolder(test);
      const { status, stderr, stdout } = experiments(here, ...args);
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
      // The folder of results may have been made; nothing lies in it.
      assert.deepEqual(existsSync(path.join(here, 'csv')), false);
    });
  }

  it('says when results cannot be written, before any work', (test) => {
    const here = temporaryFolder(test);
    writeFileSync(path.join(here, 'file'), 'mine');
    const { status, stderr } = experiments(here, 'sgd', '--results', 'file');
    assert.equal(status, 1);
    assert.match(stderr, /^error: The results folder must be one that can be written, got .*file/);
    assert.equal(readFileSync(path.join(here, 'file'), 'utf8'), 'mine');
  });

  describe('on a small generated set', () => {
    let here = '';
    after(() => {
      rmSync(here, { recursive: true, force: true });
    });
    const args = ['adam', 'sgd-by-captcha', '--data', 'set', '--results', 'results', '--stale-after', '3'];
    before(async () => {
      here = mkdtempSync(path.join(tmpdir(), 'captcha-lab-experiments-'));
      await writeGeneratedSet(path.join(here, 'set'), { count: 40, seed: 1 });
    });

    it('runs side by side with another process, each run once, and goes on after kill -9', async () => {
      const start = (): ReturnType<typeof spawn> =>
        spawn(process.execPath, [...COMMAND, ...args], { cwd: ROOT, env: environment(here), stdio: 'pipe' });
      const victim = start();
      // Its first epoch is through when its row ends in the time left.
      let heard = '';
      victim.stderr!.on('data', (text: Buffer) => {
        heard += text.toString();
        if (/^ +2\/6/m.test(heard)) victim.kill('SIGKILL');
      });
      await once(victim, 'exit');
      assert.ok(
        existsSync(path.join(here, 'results/adam-quick-seed1.claim')),
        'a killed process leaves its claim',
      );

      const pair = [start(), start()];
      const said = await Promise.all(
        pair.map(async (child) => {
          let text = '';
          child.stderr!.on('data', (chunk: Buffer) => (text += chunk.toString()));
          const [code] = (await once(child, 'exit')) as [number];
          assert.equal(code, 0, text);
          return text;
        }),
      );
      const rows = said.join('').match(/^ +\d+\/6 /gm) ?? [];
      assert.ok(
        rows.length >= 1 && rows.length <= 4,
        `adam went on with epoch 3 in one process: ${said.join('')}`,
      );
      assert.equal(
        said.filter((text) => /^ +1\/24 /m.test(text)).length,
        1,
        'one process ran sgd-by-captcha',
      );
      assert.deepEqual(
        readdirSync(path.join(here, 'results')).filter((name) => name.endsWith('.json')),
        ['adam-quick-seed1.json', 'sgd-by-captcha-quick-seed1.json'],
      );
    });

    it('does nothing twice, prints results as JSON and exports them', () => {
      const file = path.join(here, 'results/adam-quick-seed1.json');
      const written = statSync(file).mtimeMs;
      const again = experiments(here, ...args, '--json', '--export', 'csv');
      assert.equal(again.status, 0, again.stderr);
      assert.equal((JSON.parse(again.stdout) as unknown[]).length, 2);
      assert.equal(statSync(file).mtimeMs, written);
      const csv = readFileSync(path.join(here, 'csv/runs.csv'), 'utf8').trimEnd().split('\n');
      assert.equal(csv.length, 3);
      assert.match(csv[1], /^adam,quick,1,true,Table II,0\.25,/);
      assert.equal(
        readFileSync(path.join(here, 'csv/epochs.csv'), 'utf8').trimEnd().split('\n').length,
        1 + 6 + 24,
      );
      // Ours is replaced, anybody else's is not.
      assert.equal(experiments(here, '--results', 'results', '--export', 'csv').status, 0);
      writeFileSync(path.join(here, 'csv/epochs.csv'), 'mine\n');
      const refused = experiments(here, '--results', 'results', '--export', 'csv');
      assert.equal(refused.status, 1);
      assert.match(refused.stderr, /epochs\.csv is not one of this command's tables/);
      assert.equal(readFileSync(path.join(here, 'csv/epochs.csv'), 'utf8'), 'mine\n');
    });

    it('writes logs for TensorBoard', () => {
      const { status, stderr } = experiments(here, 'adam', '--data', 'set', '--tensorboard', 'logs');
      assert.equal(status, 0, stderr);
      for (const part of ['train', 'val']) {
        const folder = path.join(here, 'logs/adam-quick-seed1', part);
        const [name] = readdirSync(folder);
        assert.match(name, /tfevents/);
        assert.ok(readFileSync(path.join(folder, name)).includes('epoch_loss'));
      }
    });

    it('refuses results of other data and EMNIST files that are cut short', async () => {
      await writeGeneratedSet(path.join(here, 'other'), { count: 40, seed: 2 });
      const other = experiments(here, 'adam', '--data', 'other', '--results', 'results');
      assert.equal(other.status, 1);
      assert.match(
        other.stderr,
        /error: Result .*adam-quick-seed1\.json: it was made with data\.fingerprint/,
      );

      mkdirSync(path.join(here, 'broken'));
      for (const name of ['train-images-idx3', 'train-labels-idx1', 'test-images-idx3', 'test-labels-idx1']) {
        writeFileSync(path.join(here, 'broken', `paper19-${name}-ubyte`), Buffer.from([0, 0, 8]));
      }
      writeFileSync(path.join(here, 'broken/paper19-mapping.txt'), '');
      const broken = experiments(
        here,
        'emnist',
        '--data',
        'set',
        '--emnist',
        'broken',
        '--results',
        'results',
      );
      assert.equal(broken.status, 1);
      assert.match(broken.stderr, /^error: EMNIST.*broken/);
      assert.ok(!readdirSync(path.join(here, 'results')).some((name) => name.startsWith('emnist')));
    });
  });
});
