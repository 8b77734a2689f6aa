// `npm run format`: Prettier over the repository's own files.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { trackedFiles } from './check/trackedFiles.mjs';

const ROOT = path.dirname(import.meta.dirname);
const HELP = `Usage: npm run format [-- --check]

Writes every file that git tracks as Prettier would have it, and names those it changed.

  --check      change nothing, name those that differ, and exit 1 when there are any
  -h, --help   show this help`;

/** The text as Prettier would have it. Throws Error naming the file when it cannot be read as what it is. */
async function formatted(prettier, name, text, config) {
  try {
    return await prettier.format(text, { ...config, filepath: path.join(ROOT, name) });
  } catch (error) {
    throw new Error(`${name} cannot be formatted: ${error.message}`, { cause: error });
  }
}

/** Names of the files that are not formatted; `write` formats them. */
async function format({ write }) {
  const [prettier, { default: writeFileAtomic }] = await Promise.all([
    import('prettier'),
    import('write-file-atomic'),
  ]);
  const ignorePath = path.join(ROOT, '.prettierignore');
  const config = JSON.parse(readFileSync(path.join(ROOT, '.prettierrc.json'), 'utf8'));
  const changed = [];
  for (const name of trackedFiles(ROOT)) {
    const file = path.join(ROOT, name);
    const { ignored, inferredParser } = await prettier.getFileInfo(file, { ignorePath });
    if (ignored || inferredParser === null) continue;
    const text = readFileSync(file, 'utf8');
    const wanted = await formatted(prettier, name, text, config);
    if (wanted === text) continue;
    changed.push(name);
    if (write) await writeFileAtomic(file, wanted);
  }
  return changed;
}

const args = process.argv.slice(2);
if (args.some((arg) => arg === '--help' || arg === '-h')) {
  console.log(HELP);
} else {
  const check = args.includes('--check');
  try {
    const changed = await format({ write: !check });
    const remedy = check ? ' is not formatted; `npm run format` does it' : '';
    for (const name of changed) console.log(name + remedy);
    if (check && changed.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  }
}
