import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeGeneratedSet } from 'captcha-lab/generator';
import { createRandom } from 'captcha-lab/random';
import { runCommand } from '../command';
import { COMMANDS, HARDSHIPS, type Trial } from './hardships';
import { faultsOf, snapshot, type Snapshot } from './snapshot';

const ROOT = path.resolve(__dirname, '../..');
/** Longest that a command on so little data may take. */
const LIMIT = 120_000;
/** Moments at which each command is killed, as shares of the time that it takes; drawn with this seed. */
const KILLS = 10;
const SEED = 18;

interface Ended {
  readonly code: number | null;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Runs a shell line in a work folder, as npm would start the command; kills it after so many milliseconds when asked. */
function run(line: string, { cwd, killAfter }: { cwd: string; killAfter?: number }): Promise<Ended> {
  return new Promise((resolve) => {
    const begun = performance.now();
    const env = {
      ...process.env,
      INIT_CWD: cwd,
      DEBUG: '',
      CAPTCHA_DATA: '',
      CAPTCHA_PROFILE: '',
      NODE: process.execPath,
      ROOT,
    };
    const child = spawn('bash', ['-c', line], {
      cwd: ROOT,
      env: { ...env, HERE: cwd },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    const stop = (): void => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // It has ended.
      }
    };
    const timer = setTimeout(stop, killAfter ?? LIMIT);
    let stderr = '';
    child.stdout.resume();
    child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stderr, milliseconds: performance.now() - begun });
    });
  });
}

/** What is wrong with how a command that failed said so. */
function wordsOf({ code, stderr }: Ended): string[] {
  const faults: string[] = [];
  if (/\n\s+at .*:\d+:\d+/.test(stderr))
    faults.push(`a stack trace: ${stderr.split('\n').find((line) => /Error/.test(line)) ?? ''}`);
  if (code !== 0 && !stderr.includes('error:'))
    faults.push(`ended with ${code} without a sentence: ${JSON.stringify(stderr.slice(-200))}`);
  return faults;
}

/** Puts one command through one hardship, then runs it again in peace: the outcome must be that of a run without any. */
async function endure(
  trial: Trial,
  { folder, set, expected, took }: { folder: string; set: string; expected: Snapshot; took: number },
): Promise<string[]> {
  const { command, hardship, share } = trial;
  const line = `cd "$ROOT" && exec "$NODE" --import tsx ${command.line}`;
  const before = snapshot(set);
  const faults: string[] = [];
  const killAfter = share === undefined ? undefined : share * took;
  const wrapped = hardship.wrap(`(${line})`, command);
  const ended = await Promise.all(
    Array.from({ length: hardship.copies ?? 1 }, () =>
      run(wrapped, { cwd: folder, ...(killAfter !== undefined && { killAfter }) }),
    ),
  );
  if (share === undefined) faults.push(...ended.flatMap(wordsOf));
  if (hardship.passes)
    ended.forEach(({ code, stderr }) => code !== 0 && faults.push(`failed: ${stderr.slice(-300)}`));
  faults.push(
    ...faultsOf(snapshot(path.join(folder, command.out)), expected, {
      whole: false,
      volatile: command.volatile,
    }),
  );
  // A claim of a process that was killed is taken over after some seconds.
  const again = await run(line, { cwd: folder });
  if (again.code !== 0) faults.push(`the next run failed: ${again.stderr.slice(-300)}`);
  faults.push(
    ...faultsOf(snapshot(path.join(folder, command.out)), expected, {
      whole: true,
      volatile: command.volatile,
    }).map((fault) => `after the next run ${fault}`),
  );
  faults.push(...faultsOf(snapshot(set), before, { whole: true }).map((fault) => `its input: ${fault}`));
  return faults;
}

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const work = mkdtempSync(path.join(tmpdir(), 'captcha-lab-hardship-'));
  const random = createRandom(SEED);
  let failed = 0;
  try {
    for (const command of COMMANDS.filter(({ name }) => words.length === 0 || words.includes(name))) {
      const place = (name: string): string => {
        const folder = path.join(work, `${command.name}-${name}`);
        mkdirSync(folder);
        return folder;
      };
      const prepared = async (name: string): Promise<string> => {
        const folder = place(name);
        await writeGeneratedSet(path.join(folder, 'set'), { count: command.captchas, seed: 1 });
        return folder;
      };
      const peace = await prepared('peace');
      const plain = await run(`exec "$NODE" --import tsx ${command.line}`, { cwd: peace });
      if (plain.code !== 0) throw new Error(`${command.name} fails without hardship: ${plain.stderr}`);
      const expected = snapshot(path.join(peace, command.out));
      const kills = Array.from({ length: KILLS }, () => random.uniform());
      const trials: Trial[] = HARDSHIPS.flatMap((hardship): Trial[] =>
        hardship.kills ? kills.map((share) => ({ command, hardship, share })) : [{ command, hardship }],
      );
      for (const [index, trial] of trials.entries()) {
        const reason = trial.hardship.skip?.();
        const name = `${command.name}, ${trial.hardship.name}${trial.share === undefined ? '' : ` at ${Math.round(100 * trial.share)} %`}`;
        if (reason !== undefined) {
          console.log(`SKIPPED ${name}: ${reason}`);
          continue;
        }
        const folder = await prepared(String(index));
        const faults = await endure(trial, {
          folder,
          set: path.join(folder, 'set'),
          expected,
          took: plain.milliseconds,
        });
        failed += faults.length > 0 ? 1 : 0;
        console.log(
          faults.length === 0
            ? `ok      ${name}`
            : `FAIL    ${name}\n${faults.map((fault) => `          ${fault}`).join('\n')}`,
        );
        rmSync(folder, { recursive: true, force: true });
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  if (failed > 0) throw new Error(`${failed} hardships were not endured; see above.`);
}

void runCommand(main);
