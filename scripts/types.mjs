// `npm run types`: the compiler of this repository over all its TypeScript. Node's own modules only, like the set-up.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { trackedFiles } from './check/trackedFiles.mjs';

const ROOT = path.dirname(import.meta.dirname);
const HELP = `Usage: npm run types

Checks the types of every TypeScript file that git tracks, with the compiler of package.json, and writes nothing. Plain
\`npx tsc\` is another one, the notebook kernel's. Exits 1 when there are errors.`;

if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
  console.log(HELP);
} else {
  const folder = path.join(ROOT, '.cache');
  const config = path.join(folder, 'tsconfig.tracked.json');
  const files = trackedFiles(ROOT).filter((name) => /\.[cm]?ts$/.test(name));
  mkdirSync(folder, { recursive: true });
  const content = { extends: '../tsconfig.json', files: files.map((name) => `../${name}`), include: [] };
  writeFileSync(config, JSON.stringify(content));
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const args = [tsc, '-p', config, '--noEmit'];
  process.exitCode = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
}
