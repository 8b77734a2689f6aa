import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ResultRow } from '../../lib/notebook/recordResults';
import type { DrawnFigure } from './drawFigures';
import { notebookHeading } from './notebookHeading';
import { formatNotebook, readNotebook } from './notebookFile';
import { picturesBeside } from './picturesBeside';
import { replaceOutput } from './replaceOutput';
import { resultTables, sectionOf, type ClosingRow, type ResultTables } from './resultTables';
import { describeRun } from './runProgress';
import { PLOTLY } from './site/siteAssets';
import { writeSite, type SiteNotebook } from './site/writeSite';
import { stillNotebook } from './stillNotebook';
import { textTable } from './textTable';
import { drawNotebooks, type NotebookRun } from './walkthrough';
import { quantity } from 'captcha-lab/metrics';

/** Results of the nine experiments: the kit's own, wherever the notebooks lie. */
const RECORDED = path.resolve(__dirname, '..', '..', 'data', 'results');

export interface PublishOptions {
  /** Paths of notebooks that were not asked for; the overview lists them. */
  skipped: readonly string[];
  out: string;
  /** Where the browser is kept unpacked. */
  cache: string;
  work: string;
  /** The notebooks' folder. */
  folder: string;
  python: string;
  profile: string;
  /** 'repository': nothing was run. The figures are not drawn anew then, they keep the images they have. */
  source?: 'run' | 'repository';
  data: { readonly kind: 'real' | 'generated'; readonly name: string; readonly count: number };
}

/** What out/results.json holds. */
export interface RunResults {
  readonly source: 'run' | 'repository';
  readonly profile: string;
  readonly data: PublishOptions['data'];
  readonly versions: { readonly 'captcha-lab': string; readonly node: string };
  readonly notebooks: readonly {
    readonly file: string;
    readonly title: string;
    readonly state: NotebookRun['state'];
    readonly cells: number;
    readonly seconds: number;
  }[];
  readonly results: readonly (ResultRow & { readonly notebook: string })[];
  /** Files of the figures, without their endings. */
  readonly figures: readonly string[];
}

/** What became of drawing; undefined when nothing was to be drawn. */
type Drawing = Awaited<ReturnType<typeof drawNotebooks>> | undefined;

/** Writes out/ from what the notebooks gave. Returns the results and, as text to print, the table of our numbers
 *  beside the report's and what was left out. */
export async function publishRun(
  runs: readonly NotebookRun[],
  options: PublishOptions,
): Promise<{ results: RunResults; text: string }> {
  const { skipped, out, cache, work, folder, python, profile, data, source = 'run' } = options;
  const ran = runs.filter(({ state }) => state !== 'not run');
  const outcome: Drawing =
    source === 'repository'
      ? undefined
      : await drawNotebooks(
          ran.map(({ notebook }) => notebook),
          { cache, plotly: PLOTLY },
        );
  const drawn = new Map<string, DrawnFigure[]>();
  if (outcome && 'drawn' in outcome) ran.forEach(({ file }, index) => drawn.set(file, outcome.drawn[index]));

  const site: SiteNotebook[] = runs.map((run) => {
    const { file, notebook, state } = run;
    return { file, notebook, state, drawn: drawn.get(file), status: describeRun(run) };
  });
  for (const file of skipped) {
    const notebook = await readNotebook(file);
    const status = 'not part of this run';
    site.push({ file: path.basename(file), notebook, drawn: undefined, status, state: 'not run' });
  }
  site.sort((one, other) => (one.file < other.file ? -1 : 1));

  const versions = { 'captcha-lab': await libraryVersion(), node: process.versions.node };
  const results = runs.flatMap((run) => run.results.map((row) => ({ ...row, notebook: run.file })));
  const origin = source === 'repository' ? 'outputs as they are in the repository, not run here · ' : '';
  const line = `${origin}profile ${profile} · ${data.name}, ${quantity(data.count, 'CAPTCHA')} · captcha-lab ${versions['captcha-lab']}${source === 'run' ? `, Node ${versions.node}` : ''}`;
  const sections = new Map(site.map(({ file, notebook }) => [file, sectionOf(notebook)]));
  const tables = await resultTables(results, {
    folder: RECORDED,
    sections,
    comparable: data.kind === 'real',
  });
  const files = await writeSite(site, { folder, run: line, tables, python });
  for (const { file, notebook } of ran) {
    files.set(`notebooks/${file}`, formatNotebook(stillNotebook(notebook, drawn.get(file))));
    for (const [name, content] of await picturesBeside(notebook, folder)) {
      files.set(`notebooks/${name}`, content);
    }
  }
  const figures = [...files.keys()].filter((name) => /^figures\/.*\.json$/.test(name));
  const summary: RunResults = {
    source,
    profile,
    data,
    versions,
    notebooks: site.map(({ file, notebook, state }) => {
      const run = runs.find((one) => one.file === file);
      const { title } = notebookHeading(notebook, file);
      return { file, title, state, cells: run?.cells ?? 0, seconds: Math.round(run?.seconds ?? 0) };
    }),
    results,
    figures: figures.map((name) => name.replace(/\.json$/, '')),
  };
  files.set('results.json', `${JSON.stringify(summary, null, 2)}\n`);
  await replaceOutput(out, files, { work, source });
  return { results: summary, text: textOf(summary, { tables, outcome, out }) };
}

function textOf(
  { results, figures }: RunResults,
  { tables, outcome, out }: { tables: ResultTables; outcome: Drawing; out: string },
): string {
  const table = (rows: readonly ClosingRow[]): string =>
    textTable([
      ['section', 'measured', 'the report', 'here', 'verdict'],
      ...rows.map(({ section, measured, reported, ours, verdict }) => [
        ...[section, measured, reported, ours, verdict],
      ]),
    ]);
  const beyond = textTable([
    ['what the report has not', 'here'],
    ...tables.beyond.map(({ measured, ours }) => [measured, ours]),
  ]);
  const drawing =
    outcome && 'reason' in outcome && figures.length > 0
      ? [`figures are not drawn as svg and png: ${outcome.reason}; the pages still draw them.`]
      : [];
  const pages = `pages: ${path.join(path.basename(out), 'index.html')}, figures: ${figures.length}`;
  const said =
    results.length === 0
      ? []
      : [
          table([...tables.experiments, ...tables.reported]),
          '',
          ...(tables.beyond.length > 0 ? [beyond, ''] : []),
        ];
  return ['', ...said, ...drawing, pages].join('\n');
}

async function libraryVersion(): Promise<string> {
  const manifest = path.join(__dirname, '..', '..', 'lib', 'package.json');
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}
