import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');
export const COMMAND = ['--import', 'tsx', 'scripts/experiments.ts'];

/** The environment of the command as npm would give it in the folder `here`, without settings of the person who tests. */
export function environment(here: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    INIT_CWD: here,
    DEBUG: '',
    CAPTCHA_PROFILE: '',
    CAPTCHA_DATA: '',
    CAPTCHA_EMNIST: '',
  };
}

/** Runs the command in `here` and waits for it. */
export function experiments(here: string, ...args: readonly string[]) {
  const options = { cwd: ROOT, env: environment(here), encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...args], options);
  return { status, stdout, stderr };
}
