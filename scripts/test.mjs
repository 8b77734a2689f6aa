// `npm test`: what it prints last are the counts of Node's test runner. Node's own modules only, like the set-up.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { testPrograms } from './check/testGroups.mjs';
import { untrackedFiles } from './check/trackedFiles.mjs';
import { runProcess } from './setup/runProcess.mjs';

const ROOT = path.dirname(import.meta.dirname);
const HELP = `Usage: npm test [-- files, folders or options of node --test]

Checks types, lint rules and formatting (of the files that git tracks), compiles the library and runs the tests; all of
them, even after one has failed. Exits 1 when any failed. \`npm run types\`, \`lint\` and \`format\` do one check alone.

With arguments only the tests run, and of them those chosen:
  npm test -- test/image                          the tests of one room
  npm test -- test/image/otsu.test.ts             one file
  npm test -- --test-name-pattern='lowest'        tests by name`;

/** The checks before the tests, each a Node program that others run by its own name too; the library last. */
const CHECKS = [
  { title: 'types', args: ['scripts/types.mjs'] },
  { title: 'lint', args: ['scripts/lint.mjs'] },
  { title: 'format', args: ['scripts/format.mjs', '--check'] },
  { title: 'library', args: ['scripts/setup.mjs', '--only', 'library'] },
];

async function check({ title, args }, quiet) {
  const begun = performance.now();
  const { code, output } = await runProcess(process.execPath, args, { cwd: ROOT, env: process.env });
  const seconds = `${Math.round((performance.now() - begun) / 1000)} s`;
  if (code === 0) {
    if (!quiet) console.log(`ok   ${title} (${seconds})`);
    return undefined;
  }
  console.log(`FAIL ${title} (${seconds})\n${output.trimEnd().replace(/^/gm, '     ')}`);
  return title;
}

/** Checks, two at a time as the smallest machine has two cores; resolves with the titles of those that failed. */
async function runChecks(checks, { quiet = false } = {}) {
  const waiting = [...checks];
  const failed = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) failed.push(await check(next, quiet));
  };
  await Promise.all([worker(), worker()]);
  return failed.filter(Boolean);
}

/** Test files that an argument names: itself, or all in a folder. Node 20's runner knows no patterns. */
function testFiles(place) {
  const full = path.resolve(ROOT, place);
  if (!existsSync(full)) throw new Error(`there is no ${place}; name a test file or a folder of tests.`);
  if (!statSync(full).isDirectory()) return [full];
  const names = readdirSync(full, { recursive: true }).map(String);
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => path.join(full, name));
}

function runTests(files, options) {
  const jobs = `--test-concurrency=${Math.max(2, availableParallelism() - 1)}`;
  const args = ['--import', 'tsx', '--test', '--test-reporter=spec', jobs, ...options];
  // The runner in watch mode follows what the files it was given import: those chosen, each by itself.
  const watches = options.some((option) => option.startsWith('--watch'));
  const { programs, remove } = watches
    ? { programs: files, remove: () => undefined }
    : testPrograms(files, ROOT);
  args.push(...programs.map((file) => path.relative(ROOT, file)));
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    // Ctrl-C reaches the runner too, which then prints what it has.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  }).finally(remove);
}

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return;
  }
  const options = args.filter((arg) => arg.startsWith('-'));
  const places = args.filter((arg) => !arg.startsWith('-'));
  const files = (places.length > 0 ? places : ['test']).flatMap(testFiles);
  if (files.length === 0) throw new Error(`there is no *.test.ts in ${places.join(' or ')}.`);
  // Tests that run a notebook take the compiled library.
  const untracked =
    args.length === 0 ? untrackedFiles(ROOT).filter((name) => /\.[cm]?[jt]s$/.test(name)) : [];
  if (untracked.length > 0)
    console.log(`note: not checked, as git does not track them (\`git add\`): ${untracked.join(', ')}`);
  const failed =
    args.length === 0 ? await runChecks(CHECKS) : await runChecks(CHECKS.slice(-1), { quiet: true });
  if (failed.length > 0) console.log(`\n${failed.join(', ')} failed, see above; the tests run all the same.`);
  const code = await runTests(files, options);
  process.exitCode = failed.length > 0 ? 1 : code;
}

main().catch((error) => {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
});
