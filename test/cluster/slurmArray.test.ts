import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const SCRIPT = path.resolve(__dirname, '../../scripts/cluster/slurm-array.sh');
const skip = process.platform === 'win32' ? 'SLURM scripts are for bash' : false;

/** Says what it was called with; with WAIT it runs until it is told to end. */
const NPM = `#!/bin/sh
printf '%s\\n' "$TF_NUM_INTRAOP_THREADS threads" "$@"
[ -z "$WAIT" ] && exit "\${STATUS:-0}"
trap 'echo told to end; kill $!; exit 143' TERM
sleep 20 &
: > ready
wait
`;

// What SLURM does with it is checked by `npm run check -- cluster`.
describe('slurm-array.sh', { skip }, () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-array-'));
    writeFileSync(path.join(folder, 'npm'), NPM, { mode: 0o755 });
    writeFileSync(path.join(folder, 'scontrol'), '#!/bin/sh\necho "$@" > requeued\n', { mode: 0o755 });
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  interface TaskOfArray {
    readonly id: number;
    readonly min: number;
    readonly max: number;
    readonly step?: number;
    readonly count: number;
  }

  function environment({ id, min, max, step = 1, count }: TaskOfArray): NodeJS.ProcessEnv {
    return {
      PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}`,
      SLURM_JOB_ID: '77',
      SLURM_ARRAY_JOB_ID: '70',
      SLURM_CPUS_PER_TASK: '3',
      SLURM_ARRAY_TASK_ID: String(id),
      SLURM_ARRAY_TASK_MIN: String(min),
      SLURM_ARRAY_TASK_MAX: String(max),
      SLURM_ARRAY_TASK_STEP: String(step),
      SLURM_ARRAY_TASK_COUNT: String(count),
    };
  }

  for (const { range, ids, array } of [
    { range: '0-7', ids: [0, 3, 7], array: { min: 0, max: 7, count: 8 } },
    { range: '1-8', ids: [1, 4, 8], array: { min: 1, max: 8, count: 8 } },
    { range: '0-14:2', ids: [0, 6, 14], array: { min: 0, max: 14, step: 2, count: 8 } },
  ]) {
    it(`numbers the tasks of ${range} from 0 to 7, and passes arguments on whole`, () => {
      const tasks = ids.map((id) => {
        const args = [SCRIPT, 'all', '--data', 'my captchas'];
        const options = { cwd: folder, env: environment({ id, ...array }), encoding: 'utf8' } as const;
        const output = execFileSync('bash', args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
        const [threads, ...rest] = output.trimEnd().split('\n');
        assert.equal(threads, '3 threads');
        assert.equal(rest.slice(0, -1).join('|'), 'run|experiments|--|all|--data|my captchas|--task');
        return rest.at(-1);
      });
      assert.deepEqual(tasks, ['0/8', '3/8', '7/8']);
    });
  }

  it('refuses a list with gaps, and to be run by itself', () => {
    const list = environment({ id: 2, min: 1, max: 7, count: 3 });
    for (const [env, message] of [
      [list, /must be a range such as 0-7/],
      [{ PATH: process.env.PATH }, /sbatch --array=0-7/],
    ] as const) {
      const { status, stderr, stdout } = spawnSync('bash', [SCRIPT, 'all'], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      assert.equal(status, 2);
      assert.match(stderr, message);
      assert.equal(stdout, '');
    }
  });

  it("ends with the command's status", () => {
    const env = { ...environment({ id: 0, min: 0, max: 0, count: 1 }), STATUS: '7' };
    assert.equal(spawnSync('bash', [SCRIPT, 'all'], { cwd: folder, env }).status, 7);
  });

  it('asks for a new start when its time is nearly up, and ends the command when it is told to end', async () => {
    const env = { ...environment({ id: 0, min: 0, max: 0, count: 1 }), WAIT: '1' };
    const task = spawn('bash', [SCRIPT, 'all'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    task.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const ended = new Promise((resolve) => task.once('close', resolve));
    while (!existsSync(path.join(folder, 'ready'))) await sleep(20);
    task.kill('SIGUSR1');
    // The shell makes the file first and writes to it then.
    const requeued = (): string => {
      const file = path.join(folder, 'requeued');
      return existsSync(file) ? readFileSync(file, 'utf8') : '';
    };
    while (!requeued().endsWith('\n')) await sleep(20);
    assert.equal(requeued(), 'requeue 70_0\n');
    assert.equal(task.exitCode, null);
    task.kill('SIGTERM');
    assert.equal(await ended, 143);
    assert.match(output, /told to end/);
  });
});
