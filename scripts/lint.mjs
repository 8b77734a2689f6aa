// `npm run lint`: ESLint over the repository's own files.
import path from 'node:path';
import { trackedFiles } from './check/trackedFiles.mjs';

const ROOT = path.dirname(import.meta.dirname);
const HELP = `Usage: npm run lint [-- --fix]

Holds every script that git tracks to the rules of eslint.config.mjs. Exits 1 when one is broken.

  --fix        mend what ESLint can mend
  -h, --help   show this help`;

async function lint(fix) {
  const { ESLint } = await import('eslint');
  const eslint = new ESLint({ cwd: ROOT, fix });
  const names = trackedFiles(ROOT).filter((name) => /\.[cm]?[jt]s$/.test(name));
  const kept = await Promise.all(names.map((name) => eslint.isPathIgnored(path.join(ROOT, name))));
  const results = await eslint.lintFiles(names.filter((_, index) => !kept[index]));
  if (fix) await ESLint.outputFixes(results);
  const text = await (await eslint.loadFormatter('stylish')).format(results);
  if (text !== '') console.log(text);
  return results.some(({ errorCount, warningCount }) => errorCount + warningCount > 0) ? 1 : 0;
}

const args = process.argv.slice(2);
if (args.some((arg) => arg === '--help' || arg === '-h')) console.log(HELP);
else process.exitCode = await lint(args.includes('--fix'));
