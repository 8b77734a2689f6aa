import { escapeHtml } from '../../../lib/notebook/escapeHtml';

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
  /** A small picture from it; undefined when it shows none. */
  readonly thumbnail?:
    | { readonly file: string; readonly width: number; readonly height: number; readonly description: string }
    | undefined;
}

/** One of our numbers beside the report's. */
export interface IndexResult {
  readonly label: string;
  readonly reported: string;
  readonly ours: string;
}

/** The overview: each notebook's title and question, and all numbers beside the report's.
 *  tryPage: where CAPTCHAs can be read in the browser; undefined when the site has no such page;
 *  cleanPage: the one where a CAPTCHA is cleaned by hand. */
export function indexBody(
  entries: readonly IndexEntry[],
  results: readonly IndexResult[],
  { tryPage, cleanPage }: { tryPage?: string | undefined; cleanPage?: string | undefined } = {},
): string {
  const items = entries.map(({ title, question, page, status, failed, thumbnail }) => {
    const name = escapeHtml(title);
    const heading = page === undefined ? name : `<a href="${page}">${name}</a>`;
    const state = `<p class="status${failed ? ' failed' : ''}">${escapeHtml(status)}</p>`;
    const picture = thumbnail
      ? `<img width="${thumbnail.width}" height="${thumbnail.height}" alt="${escapeHtml(thumbnail.description)}" src="${thumbnail.file}">`
      : '';
    return `<li><div><h2>${heading}</h2>${question}${state}</div>${picture}</li>`;
  });
  const rows = results.map(
    ({ label, reported, ours }) =>
      `<tr><td>${escapeHtml(label)}</td><td>${escapeHtml(reported)}</td><td>${escapeHtml(ours)}</td></tr>`,
  );
  const table =
    rows.length === 0
      ? ''
      : `<h2>Our numbers beside the report's</h2><div class="scroll"><table><thead><tr><th>measured</th><th>the report</th><th>here</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  const trying =
    tryPage === undefined
      ? ''
      : `<p class="try"><a href="${tryPage}">See a CAPTCHA being read</a> Draw one, or choose a picture: a network reads it in your browser and shows where it looked.</p>`;
  const cleaning =
    cleanPage === undefined
      ? ''
      : `<p class="try"><a href="${cleanPage}">Clean a CAPTCHA</a> Turn the knobs of the preprocessing, move the boxes, and take the steps along as TypeScript.</p>`;
  return `<h1>How text CAPTCHAs are read</h1>${trying}${cleaning}<ol class="notebooks">${items.join('')}</ol>${table}`;
}
