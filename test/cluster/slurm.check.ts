import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openResults, runStem, type ExperimentResult } from 'captcha-lab/experiments';
import { writeGeneratedSet } from 'captcha-lab/generator';
import { startLocalSlurm, whyNoSlurm, type LocalSlurm } from './localSlurm';
import { jobTasks, type JobTask } from './jobTasks';
import { pidsOf } from './pidsOf';

const ROOT = path.resolve(__dirname, '../..');
const SCRIPT = path.join(ROOT, 'scripts', 'cluster', 'slurm-array.sh');
const skip = whyNoSlurm();
if (skip !== undefined) console.log(`SKIPPED slurm: ${skip}`);
/** So few that an epoch takes a third of a second. */
const CAPTCHAS = 12;

describe('the job array on a real SLURM', { skip: skip ?? false, timeout: 400_000 }, () => {
  let folder: string;
  let slurm: LocalSlurm | undefined;
  const at = (...names: readonly string[]): string => path.join(folder, ...names);

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'captcha-lab-slurm-'));
    await chmod(folder, 0o755);
    await mkdir(at('cluster'));
    await writeGeneratedSet(at('captchas'), { count: CAPTCHAS, seed: 1 });
    slurm = await startLocalSlurm(at('cluster'));
    console.log(slurm.version);
  });

  after(async () => {
    slurm?.call('scancel', '--full', '--partition=all');
    for (const pid of pidsOf(folder)) process.kill(pid, 'SIGKILL');
    await slurm?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Submits the script as its head says; the options make it fit the little cluster. */
  function submit(array: string, results: string, ...experiments: readonly string[]): string {
    const options = [
      `--array=${array}`,
      '--cpus-per-task=1',
      '--time=10',
      `--output=${at(`${results}-%a.log`)}`,
    ];
    const args = [...experiments, '--profile', 'quick', '--data', at('captchas'), '--results', at(results)];
    return slurm!.call('sbatch', '--parsable', `--chdir=${ROOT}`, ...options, SCRIPT, ...args);
  }

  async function waitUntil(job: string, fits: (task: JobTask) => boolean): Promise<JobTask[]> {
    for (;;) {
      const tasks = jobTasks(slurm!.call('scontrol', '--oneliner', 'show', 'job', job));
      if (tasks.every(fits)) return tasks;
      await sleep(200);
    }
  }

  async function logOf(name: string): Promise<string> {
    return readFile(at(`${name}.log`), 'utf8').catch(() => '');
  }

  /** Waits until that many rows of the table are in the log. */
  async function waitForEpochs(name: string, count: number): Promise<void> {
    while (epochRows(await logOf(name)).length < count) await sleep(100);
  }

  it('does each run once, in one task, with all results in one folder', async () => {
    const job = submit('1-5:2', 'undisturbed', 'adam', 'smaller', 'sgd');
    const tasks = await waitUntil(job, ({ state }) => state === 'COMPLETED' || state === 'FAILED');
    const logs = await Promise.all([1, 3, 5].map((id) => logOf(`undisturbed-${id}`)));
    assert.deepEqual(
      tasks.map(({ state, exitCode }) => `${state} ${exitCode}`),
      Array<string>(3).fill('COMPLETED 0:0'),
      logs.join('\n'),
    );
    const runs = ['adam', 'smaller', 'sgd'].map((name) => `${name}-quick-seed1`).sort();
    const shares = logs.map((log) => log.match(/^.+-quick-seed1$/gm) ?? []);
    assert.deepEqual(
      shares.map(({ length }) => length),
      [1, 1, 1],
    );
    assert.deepEqual(shares.flat().sort(), runs);
    const results = await openResults(at('undisturbed'));
    assert.deepEqual(results.map(({ run }) => runStem(run)).sort(), runs);
    assert.ok(results.every(({ complete }) => complete));
    const epochs = results.reduce((sum, { config }) => sum + config.epochs, 0);
    assert.equal(epochRows(logs.join('\n')).length, epochs);
    assert.deepEqual(
      (await readdir(at('undisturbed'))).filter((name) => name.endsWith('.claim')),
      [],
    );
  });

  it('gives a task that was requeued and killed the history of one that was left alone', async () => {
    const job = submit('0-0', 'disturbed', 'sgd');
    await waitForEpochs('disturbed-0', 3);
    // What SLURM sends when the time is nearly up.
    slurm!.call('scancel', '--signal=USR1', '--batch', `${job}_0`);
    await startAgain(job, 1);
    await waitForEpochs('disturbed-0', 8);
    const [experiment] = pidsOf(at('disturbed')).filter((_, n, all) => n === all.length - 1);
    process.kill(experiment, 'SIGKILL');
    await waitUntil(job, ({ state }) => state === 'FAILED');
    slurm!.call('scontrol', 'requeue', `${job}_0`);
    await startAgain(job, 2);
    const [task] = await waitUntil(job, ({ state }) => state === 'COMPLETED' || state === 'FAILED');
    const log = await logOf('disturbed-0');
    assert.equal(`${task.state} ${task.exitCode}`, 'COMPLETED 0:0', log);

    assert.deepEqual(log.match(/start \d$/gm), ['start 0', 'start 1', 'start 2']);
    const [disturbed] = await openResults(at('disturbed'));
    // It went on: at most the epoch that each interruption cut short was done twice.
    assert.ok(epochRows(log).length <= disturbed.config.epochs + 2, log);
    const undisturbed = (await openResults(at('undisturbed'))).find(({ run }) => run.experiment === 'sgd');
    assert.deepEqual(numbersOf(disturbed), numbersOf(undisturbed!));
  });

  it("puts back one task of an array and no other, also the one that has the array's own id", async () => {
    const job = submit('0-2', 'requeued', 'sgd', 'dropout25', 'dropout50');
    const running = await waitUntil(job, ({ state }) => state === 'RUNNING');
    const [own, ...none] = running.filter(({ id }) => id === job);
    assert.deepEqual([running.length, none.length], [3, 0]);
    await waitForEpochs(`requeued-${own.index}`, 2);
    slurm!.call('scancel', '--signal=USR1', '--batch', `${job}_${own.index}`);
    await waitUntil(job, ({ index, restarts }) => index !== own.index || restarts === 1);
    await startAgain(job, 1, own.index);
    const tasks = await waitUntil(job, ({ state }) => state === 'COMPLETED' || state === 'FAILED');
    assert.deepEqual(
      tasks.map(({ index, state, restarts }) => `${index} ${state} ${restarts}`).sort(),
      ['0', '1', '2'].map((index) => `${index} COMPLETED ${index === own.index ? 1 : 0}`),
    );
  });

  /** SLURM lets a requeued task wait for two minutes; this only for as long as it takes slurmd, whose clock counts
   *  seconds, to tell the new start's credential from the one that it has just revoked. */
  async function startAgain(job: string, restarts: number, index = '0'): Promise<void> {
    const begins = (task: JobTask): boolean => task.state === 'PENDING' && task.restarts === restarts;
    await waitUntil(job, (task) => task.index !== index || begins(task));
    await sleep(2500);
    slurm!.call('scontrol', 'update', `JobId=${job}_${index}`, 'StartTime=now');
  }
});

/** Rows of the live table, such as ` 3/24  3.3395  8.93% …`. */
function epochRows(log: string): readonly string[] {
  return log.match(/^ +\d+\/\d+ {2}.+%.*$/gm) ?? [];
}

/** All of a history but how long it took. */
function numbersOf({ history, confusion, data, config }: ExperimentResult): unknown {
  const { loss, accuracy, valLoss, valAccuracy } = history;
  return { loss, accuracy, valLoss, valAccuracy, confusion, data, config };
}
