import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/image';
import { openReaderResults, openResults, readerTable } from 'captcha-lab/experiments';
import { benchConditions } from '../bench/benchConditions';
import { benchTable } from '../bench/benchTable';
import { readBench } from '../bench/readBench';
import { runCommand } from '../command';
import { compareTable } from './compareTable';

// Puts the tables of results into README.md, from data/results: node --import tsx scripts/experiments/updateReadme.ts
// A test holds the README to it.

const ROOT = path.resolve(__dirname, '../..');
/** A comment in README.md that a table or a sentence follows, which ends at an empty line. */
const MARKS = {
  nine: '<!-- npm run experiments -- --results data/results --compare -->',
  readers: '<!-- data/results/reader.json -->',
  bench: '<!-- npm run bench -- --table -->',
  benchConditions: '<!-- data/results/bench.json -->',
};

/** README.md as it is and as it should be. */
export async function readmeWithTables(): Promise<{ file: string; text: string; updated: string }> {
  const file = path.join(ROOT, 'README.md');
  const text = await readFile(file, 'utf8');
  const nine = await compareTable(await openResults(path.join(ROOT, 'data/results')), false);
  const [heading, ...rows] = readerTable(await openReaderResults({ from: ROOT }));
  const readers = [heading, heading.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
  const measured = await readBench(path.join(ROOT, 'data/results/bench.json'));
  if (measured === undefined)
    throw new Error('data/results/bench.json is gone; `npm run bench -- --out` writes it.');
  const tables = {
    nine,
    readers,
    bench: benchTable(measured),
    benchConditions: benchConditions(measured),
  };
  const updated = Object.entries(MARKS).reduce(
    (so, [name, mark]) => withTable(so, mark, tables[name as keyof typeof MARKS]),
    text,
  );
  return { file, text, updated };
}

function withTable(text: string, mark: string, table: string): string {
  const place = new RegExp(`(?<=${mark}\n\n).*?(?=\n\n)`, 's');
  if (!place.test(text)) throw new Error(`README.md has no table after ${mark}.`);
  return text.replace(place, table.replaceAll('$', '$$$$'));
}

if (require.main === module) {
  void runCommand(async () => {
    const { file, updated } = await readmeWithTables();
    await writeFileWhole(file, updated);
  });
}
