import { readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic = require('write-file-atomic');
import { openResults } from 'captcha-lab/experiments';
import { runCommand } from '../command';
import { compareTable } from './compareTable';

// Puts the table of nine into README.md, from data/results: node --import tsx scripts/experiments/updateReadme.ts
// A test holds the README to it.

const ROOT = path.resolve(__dirname, '../..');
const BEFORE = '<!-- npm run experiments -- --results data/results --compare -->\n\n';
const TABLE = new RegExp(`(?<=${BEFORE}).*?(?=\n\n)`, 's');

/** README.md as it is and as it should be. */
export async function readmeWithTable(): Promise<{ file: string; text: string; updated: string }> {
  const file = path.join(ROOT, 'README.md');
  const text = await readFile(file, 'utf8');
  const table = await compareTable(await openResults(path.join(ROOT, 'data/results')), false);
  if (!TABLE.test(text)) throw new Error(`${file} has no table after ${BEFORE.trim()}.`);
  return { file, text, updated: text.replace(TABLE, table.replaceAll('$', '$$$$')) };
}

if (require.main === module) {
  void runCommand(async () => {
    const { file, updated } = await readmeWithTable();
    await writeFileAtomic(file, updated);
  });
}
