import { escapeHtml } from '../../../lib/notebook/escapeHtml';
import type { ClosingRow, ResultTables } from '../resultTables';
import type { BenchPage } from './benchPages';

/** One notebook in the overview. */
export interface IndexEntry {
  readonly title: string;
  /** HTML. */
  readonly question: string;
  /** Undefined when the notebook has no page. */
  readonly page?: string | undefined;
  /** What became of it: `ran, 14 cells, 23 s`. */
  readonly status: string;
  readonly failed: boolean;
  /** Pages of its exercises. */
  readonly exercises?: readonly { readonly page: string; readonly title: string }[];
  /** A small picture from it; undefined when it shows none. */
  readonly thumbnail?:
    | { readonly file: string; readonly width: number; readonly height: number; readonly description: string }
    | undefined;
}

/** The overview: each notebook's title and question, what the report has beside ours, its nine experiments first, and what it
 *  has not.
 *  bench: the pages of the site on which something can be tried. */
export function indexBody(
  entries: readonly IndexEntry[],
  { experiments, reported, beyond }: ResultTables,
  bench: readonly BenchPage[] = [],
): string {
  const items = entries.map(({ title, question, page, status, failed, exercises = [], thumbnail }) => {
    const name = escapeHtml(title);
    const heading = page === undefined ? name : `<a href="${page}">${name}</a>`;
    const state = `<p class="status${failed ? ' failed' : ''}">${escapeHtml(status)}</p>`;
    const picture = thumbnail
      ? `<img width="${thumbnail.width}" height="${thumbnail.height}" alt="${escapeHtml(thumbnail.description)}" src="${thumbnail.file}">`
      : '';
    const links = exercises.map((one) => `<a href="${one.page}">${escapeHtml(one.title)}</a>`);
    const tasks = links.length > 0 ? `<p class="exercises">${links.join(' · ')}</p>` : '';
    return `<li><div><h2>${heading}</h2>${question}${tasks}${state}</div>${picture}</li>`;
  });
  const table =
    experiments.length + reported.length + beyond.length === 0
      ? ''
      : `<h2>What the report has</h2><h3>Its nine experiments, recorded on the real pictures</h3>${tableOf(experiments)}` +
        `<h3>What else it measured, and the notebooks with it</h3>${tableOf(reported)}` +
        `<h2>What the report has not</h2>${tableOf(beyond, ['measured', 'ours'])}`;
  const trying = bench.map(
    ({ page, title, invitation }) => `<p class="try"><a href="${page}">${title}</a> ${invitation}</p>`,
  );
  return `<h1>How text CAPTCHAs are read</h1>${trying.join('')}<ol class="notebooks">${items.join('')}</ol>${table}`;
}

const HEADINGS = {
  section: 'section',
  measured: 'measured',
  reported: 'the report',
  ours: 'here',
  verdict: 'verdict',
} as const satisfies Record<keyof ClosingRow, string>;

function tableOf(
  rows: readonly ClosingRow[],
  columns = Object.keys(HEADINGS) as readonly (keyof ClosingRow)[],
): string {
  const head = columns.map((column) => `<th>${HEADINGS[column]}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${columns.map((column) => `<td>${escapeHtml(row[column])}</td>`).join('')}</tr>`)
    .join('');
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
