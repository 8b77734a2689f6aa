import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
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
import { COMMAND, environment, experiments, ROOT } from './experimentsCommand';

// Trains a dozen small networks in processes of their own: too long for `npm test`.
describe('npm run experiments on a small generated set', () => {
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
    assert.equal(said.filter((text) => /^ +1\/24 /m.test(text)).length, 1, 'one process ran sgd-by-captcha');
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
    assert.match(other.stderr, /error: Result .*adam-quick-seed1\.json: it was made with data\.fingerprint/);

    mkdirSync(path.join(here, 'broken'));
    for (const name of ['train-images-idx3', 'train-labels-idx1', 'test-images-idx3', 'test-labels-idx1']) {
      writeFileSync(path.join(here, 'broken', `paper19-${name}-ubyte`), Buffer.from([0, 0, 8]));
    }
    writeFileSync(path.join(here, 'broken/paper19-mapping.txt'), '');
    const broken = experiments(here, 'emnist', '--data', 'set', '--emnist', 'broken', '--results', 'results');
    assert.equal(broken.status, 1);
    assert.match(broken.stderr, /^error: EMNIST.*broken/);
    assert.ok(!readdirSync(path.join(here, 'results')).some((name) => name.startsWith('emnist')));
  });
});
