import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodePng } from 'captcha-lab/image';
import { tinyPictures } from '../recognizer/tinyPictures';

const ROOT = path.resolve(__dirname, '../..');

/** Runs `npm run strength` or another command of scripts/ as if from `here`. */
export function runScript(here: string, script: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', path.join(ROOT, 'scripts', script), ...args], {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: here },
    encoding: 'utf8',
  });
}

/** Writes labelled pictures of 48 x 24 into a folder. */
export async function writeTinySet(folder: string, count: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { file, image } of tinyPictures(count)) {
    writeFileSync(path.join(folder, file), await encodePng(image));
  }
}
