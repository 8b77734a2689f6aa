import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from 'captcha-lab/files';
import {
  openPeerResults,
  openReaderResults,
  openResults,
  peerTable,
  readerTable,
} from 'captcha-lab/experiments';
import { benchConditions, benchTable } from '../bench/benchTable';
import { readBench } from '../bench/benchFile';
import { runCommand } from '../command';
import { markdownTable } from '../notebook/markdownTable';
import { compareTable } from './compareTable';

// Puts the tables of results into README.md and docs, from data/results: node --import tsx scripts/experiments/updateTables.ts
// A test holds the pages to it.

const ROOT = path.resolve(__dirname, '../..');

/** A page with what should stand after each of its marks: a mark is a comment, and what follows it ends at an empty line. */
interface PageOfTables {
  readonly page: string;
  readonly after: Readonly<Record<string, string>>;
}

/** Each page that holds results, as it is and as it should be. */
export async function pagesWithTables(): Promise<{ page: string; text: string; updated: string }[]> {
  const measured = await readBench(path.join(ROOT, 'data/results/bench.json'));
  if (measured === undefined)
    throw new Error('data/results/bench.json is gone; `npm run bench -- --out` writes it.');
  const readers = markdownTable(readerTable(await openReaderResults({ from: ROOT })));
  const peers = await openPeerResults({ from: ROOT });
  const pages: PageOfTables[] = [
    {
      page: 'README.md',
      after: {
        '<!-- npm run experiments -- --results data/results --compare -->': await compareTable(
          await openResults(path.join(ROOT, 'data/results')),
          false,
        ),
      },
    },
    { page: 'docs/readers.md', after: { '<!-- data/results/reader.json -->': readers } },
    {
      page: 'docs/strength.md',
      after: {
        '<!-- data/results/peers.json -->': markdownTable(peerTable(peers)),
      },
    },
    {
      page: 'docs/speed.md',
      after: {
        '<!-- npm run bench -- --table -->': benchTable(measured),
        '<!-- data/results/bench.json -->': benchConditions(measured),
      },
    },
  ];
  return Promise.all(
    pages.map(async ({ page, after }) => {
      const text = await readFile(path.join(ROOT, page), 'utf8');
      const updated = Object.entries(after).reduce(
        (so, [mark, table]) => withTable(so, { page, mark, table }),
        text,
      );
      return { page, text, updated };
    }),
  );
}

function withTable(
  text: string,
  { page, mark, table }: { readonly page: string; readonly mark: string; readonly table: string },
): string {
  const place = new RegExp(`(?<=${mark}\n\n).*?(?=\n\n)`, 's');
  if (!place.test(text)) throw new Error(`${page} has no table after ${mark}.`);
  return text.replace(place, table.replaceAll('$', '$$$$'));
}

if (require.main === module) {
  void runCommand(async () => {
    for (const { page, updated } of await pagesWithTables())
      await writeFileWhole(path.join(ROOT, page), updated);
  });
}
