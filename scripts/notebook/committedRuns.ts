import path from 'node:path';
import type { ResultRow } from '../../lib/notebook/recordResults';
import { listNotebooks } from './listNotebooks';
import { joinText, type Notebook } from './notebookFile';
import { stemOf } from './site/nameOutputs';
import { unescapeHtml } from './unescapeHtml';
import { notRun, type NotebookRun } from './walkthrough';

/** The notebooks of the walkthrough in `folder` with the outputs they have, as runs that publish; none is executed.
 *  Their results are read from the tables of `recordResults`. */
export async function committedRuns(folder: string): Promise<NotebookRun[]> {
  const listed = await listNotebooks(folder);
  return Promise.all(
    listed.map(async ({ file }): Promise<NotebookRun> => {
      const run = await notRun(path.join(folder, file));
      return { ...run, state: 'committed', results: resultsIn(run.notebook, stemOf(file)) };
    }),
  );
}

/** Profile and number of CAPTCHAs that notebooks say they were run with, from what `openLab` printed; the first that
 *  says so decides, undefined when none does. */
export function statedRun(
  notebooks: readonly Notebook[],
): { readonly profile: string; readonly count: number } | undefined {
  for (const output of notebooks.flatMap(({ cells }) => cells.flatMap(({ outputs }) => outputs ?? []))) {
    const text = joinText(output.data?.['text/plain'] as string | string[] | undefined);
    const count = /^data +(\d+) CAPTCHAs/m.exec(text)?.[1];
    const profile = /^profile +(\w+)/m.exec(text)?.[1];
    if (count && profile) return { profile, count: Number(count) };
  }
  return undefined;
}

function resultsIn({ cells }: Notebook, stem: string): ResultRow[] {
  const tables = cells
    .flatMap(({ outputs }) => outputs ?? [])
    .map(({ data }) => rowsOf(joinText(data?.['text/html'] as string | string[] | undefined)))
    .filter((rows) => rows.at(0)?.join() === 'measured,the report,here');
  return tables
    .flatMap((rows) => rows.slice(1))
    .map(([label, reported, ours], index) => ({ id: `${stem}-${index + 1}`, label, reported, ours }));
}

/** The texts of a table that `showTable` made, row by row. */
function rowsOf(html: string): string[][] {
  if (!html.startsWith('<table class="captcha-lab-table">')) return [];
  return [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, text]) => unescapeHtml(text)),
  );
}
